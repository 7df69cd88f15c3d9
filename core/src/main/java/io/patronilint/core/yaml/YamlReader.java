package io.patronilint.core.yaml;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML as {@code yaml.safe_load} of PyYAML 6 reads a text file, which is how Patroni's {@code
 * Config._load_config_path} reads its own.
 *
 * <p>Accepts nothing that PyYAML refuses, and gives the values that PyYAML gives. Refuses a few
 * texts that PyYAML reads and no configuration holds, for instance {@code [?a]}, a merge key that
 * merges a mapping around it, and more than 480 levels of nesting, where Python's recursion limit
 * is near.
 */
public final class YamlReader {

  /** PyYAML has no such limit; a configuration file never comes near it. */
  private static final int MAX_LENGTH = 64 * 1024 * 1024;

  private YamlReader() {}

  /**
   * Reads {@code text}; never throws for bad input.
   *
   * <p>A refused text gives all problems with values, keys and tags that were found before the
   * first problem with the syntax, and that one.
   */
  public static YamlDocument read(SourceText text) {
    List<YamlProblem> problems = new ArrayList<>();
    YamlNode root = null;
    try {
      root = read(text.text(), problems);
    } catch (Refusal refusal) {
      problems.add(refusal.problem());
    }
    if (!problems.isEmpty()) {
      problems.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
      return new YamlDocument(text, null, new TemplateMarks(text.text()).reviewed(problems));
    }
    return new YamlDocument(text, root, problems);
  }

  private static @Nullable YamlNode read(String text, List<YamlProblem> problems) {
    if (text.length() > MAX_LENGTH) {
      throw new Refusal(
          Kind.LIMIT, Span.at(0), "The file is longer than " + MAX_LENGTH + " characters.");
    }
    EngineInput input = EngineInput.of(text);
    LoadSettings settings =
        text.length() < ShortText.LENGTH ? ShortText.SETTINGS : settings(text.length());
    StreamReader reader = new StreamReader(settings, input.engineText());
    TokenTap tap = new TokenTap(new ScannerImpl(settings, reader), input, text);
    NodeFactory nodes = new NodeFactory(text, input);
    try {
      return new Composer(text, new ParserImpl(settings, tap), tap, nodes).compose();
    } catch (MarkedYamlEngineException e) {
      throw new Refusal(new Complaints(text, tap).of(e));
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      // The engine throws all sorts of exceptions for rare input, such as a version of 2.0.
      throw new Refusal(
          Kind.SYNTAX,
          Span.at(tap.tokenEnd()),
          "PyYAML cannot read what stands behind this place.");
    } finally {
      problems.addAll(nodes.problems());
    }
  }

  /** Making settings costs as much as reading the few words for which editors need them. */
  private static final class ShortText {
    static final int LENGTH = 16 * 1024;
    static final LoadSettings SETTINGS = settings(LENGTH);
  }

  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setLabel("yaml")
        .setUseMarks(true)
        .setParseComments(false)
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(length + 1)
        .build();
  }
}

package io.patronilint.cli.output;

import io.patronilint.core.Version;
import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints effective configurations as YAML: one document a node, a comment with its source behind
 * each value, and what is ignored as comments at the end.
 */
public final class EffectiveText {

  private static final int WIDEST_COLUMN = 48;

  private final Look look;

  /** Prints the way {@code look} says. */
  public EffectiveText(Look look) {
    this.look = look;
  }

  /** Prints {@code configs}. */
  public void write(List<EffectiveConfig> configs, PrintStream out) {
    for (int i = 0; i < configs.size(); i++) {
      if (i > 0) {
        out.append("\n---\n");
      }
      node(configs.get(i), out);
    }
  }

  private void node(EffectiveConfig config, PrintStream out) {
    Node node = config.node();
    SourceNames names = SourceNames.of(node);
    comment(out, "", node.name() + ", as Patroni " + version(node) + " starts it");
    for (SourceFile file : names.files()) {
      comment(out, "  ", file.path());
    }
    ConfigFailure failure = config.failure();
    if (failure != null) {
      comment(out, "", "Patroni does not start: " + because(failure, names));
    } else {
      origin(config, out);
      ConfigFailure refused = config.refused();
      if (refused != null) {
        comment(out, "", "Patroni drops the dynamic configuration: " + because(refused, names));
      }
      out.append('\n');
      values(config.configuration(), names, out);
    }
    ignored(Losers.of(config), names, out);
  }

  /** Says which dynamic configuration is meant where it is not the one that was given. */
  private void origin(EffectiveConfig config, PrintStream out) {
    boolean guess = config.node().dcs() != DcsState.WIPED && config.node().dynamic() == null;
    switch (config.dynamic().source()) {
      case GIVEN -> {}
      case CACHE ->
          comment(out, "", "The dynamic configuration is the copy in the data directory.");
      case BOOTSTRAP -> {
        if (guess && config.settings().truthy()) {
          comment(
              out,
              "",
              "bootstrap.dcs stands for the dynamic configuration, which was not given: right for"
                  + " a new cluster only.");
        }
      }
    }
  }

  private static String version(Node node) {
    Version asked = node.target().patroni();
    return asked == null
        ? EffectiveConfig.newestRelease() + " (the newest one known)"
        : asked.toString();
  }

  private static String because(ConfigFailure failure, SourceNames names) {
    String place = names.place(failure.origin());
    return failure.message() + " (" + failure.error() + (place.isEmpty() ? "" : ", " + place) + ")";
  }

  private void values(Mapping configuration, SourceNames names, PrintStream out) {
    List<YamlLines.Line> lines =
        new YamlLines(look.masking()).of(EffectiveOrder.sorted(configuration));
    int column =
        lines.stream()
            .filter(line -> line.origin() != null)
            .mapToInt(line -> line.text().length())
            .filter(length -> length <= WIDEST_COLUMN)
            .max()
            .orElse(0);
    for (YamlLines.Line line : lines) {
      String text = Printable.block(line.text());
      Origin origin = line.origin();
      out.append(text);
      if (origin != null) {
        out.append(" ".repeat(Math.max(0, column - text.length()) + 2));
        out.append(look.style().aside("# " + clean(names.describe(origin))));
      }
      out.append('\n');
    }
  }

  private void ignored(List<Ignored> ignored, SourceNames names, PrintStream out) {
    if (ignored.isEmpty()) {
      return;
    }
    out.append('\n');
    out.append(look.style().bold("# ignored")).append('\n');
    for (Ignored loss : ignored) {
      String place = names.place(loss.origin());
      String path = loss.path().isEmpty() ? "" : " " + loss.path();
      out.append(look.style().aside("#   ")).append(clean(place + path)).append('\n');
      String winner = winner(loss.winner(), names);
      String text = loss.detail() + (winner.isEmpty() ? "" : "; " + winner + " counts");
      for (String line : Wrap.lines(clean(text), Math.max(40, look.width() - 8))) {
        out.append(look.style().aside("#       " + line)).append('\n');
      }
    }
  }

  private static String winner(@Nullable Origin winner, SourceNames names) {
    return winner == null ? "" : names.place(winner);
  }

  private void comment(PrintStream out, String indent, String text) {
    for (String line : Wrap.lines(clean(text), Math.max(40, look.width() - 6))) {
      out.append(look.style().aside("# " + indent + line)).append('\n');
    }
  }

  private String clean(String text) {
    return Printable.line(look.masking().text(text));
  }

  /** Tells whether a value holds nothing but Patroni's own empty values. */
  static boolean isEmptyDefault(Value value) {
    return value instanceof Mapping mapping
        && mapping.size() > 0
        && mapping.entries().stream()
            .allMatch(
                e ->
                    e.getValue().origin().source() == Origin.Source.DEFAULT
                        && !e.getValue().truthy());
  }
}

package io.patronilint.core.secret;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Knows the secrets of files and hides them in whatever is shown.
 *
 * <p>A secret is recognised by the way it is written (the value of a password-like key, option or
 * environment variable, a connection string or a URL with a password), by its place in a YAML
 * document, and, once it is known, by itself wherever it comes again. A password that is also the
 * name of a user, of a key or a common name such as {@code postgres} is hidden at its own place
 * only.
 */
public final class Secrets {

  /** What is shown in place of a secret, whatever its length. */
  public static final String MASK = "********";

  private static final Secrets NONE = new Secrets(List.of());

  private final List<String> literals;

  private Secrets(List<String> literals) {
    this.literals = literals;
  }

  /** Returns an object that knows no file; it still recognises secrets by how they are written. */
  public static Secrets none() {
    return NONE;
  }

  /** Collects the secrets of {@code files}; linear in their size. */
  public static Secrets in(Collection<SourceFile> files) {
    WordList words = new WordList();
    for (SourceFile file : files) {
      words.secretsIn(file.text().text());
      YamlNode root = isYaml(file) ? file.yaml().root() : null;
      if (root != null) {
        new YamlScanner(file.text(), new ArrayList<>(), words).scan(root);
      }
    }
    return new Secrets(words.literals());
  }

  /** Returns {@code text} with {@link #MASK} in place of every secret. */
  public String mask(String text) {
    List<Span> spans = TextScanner.scan(text);
    addLiterals(text, spans);
    return mask(text, 0, text.length(), merge(spans));
  }

  /** Returns {@code line} (from 1) of {@code file} with {@link #MASK} in place of every secret. */
  public String maskLine(SourceFile file, int line) {
    SourceText text = file.text();
    return mask(text.text(), text.lineStart(line), text.lineEnd(line), spans(file));
  }

  /**
   * Returns where the secrets of {@code file} stand: in order, apart from each other, none over
   * more than one line, quotes around a value not included.
   */
  public List<Span> spans(SourceFile file) {
    List<Span> spans = TextScanner.scan(file.text().text());
    YamlNode root = isYaml(file) ? file.yaml().root() : null;
    if (root != null) {
      new YamlScanner(file.text(), spans, new WordList()).scan(root);
    }
    addLiterals(file.text().text(), spans);
    return merge(spans);
  }

  private static boolean isYaml(SourceFile file) {
    String name = file.name();
    return file.kind() == FileKind.PATRONI
        || file.kind() == FileKind.DYNAMIC
        || file.kind() == FileKind.DYNAMIC_CACHE
        || name.endsWith(".yml")
        || name.endsWith(".yaml")
        || name.endsWith(".json");
  }

  private void addLiterals(String text, List<Span> spans) {
    for (String literal : literals) {
      int at = text.indexOf(literal);
      while (at >= 0) {
        if (standsAlone(text, at, at + literal.length())) {
          spans.add(new Span(at, at + literal.length()));
        }
        at = text.indexOf(literal, at + literal.length());
      }
    }
  }

  /** Tells whether what stands there is no mere part of a longer word. */
  private static boolean standsAlone(String text, int start, int end) {
    return (start == 0 || !joins(text.charAt(start - 1), text.charAt(start)))
        && (end == text.length() || !joins(text.charAt(end - 1), text.charAt(end)));
  }

  private static boolean joins(char left, char right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
  }

  private static List<Span> merge(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Span::compare);
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() < last.end()) {
        int end = Math.max(last.end(), span.end());
        merged.set(merged.size() - 1, new Span(last.start(), end));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private static String mask(String text, int from, int to, List<Span> spans) {
    StringBuilder masked = new StringBuilder();
    int done = from;
    for (Span span : spans) {
      int start = Math.max(span.start(), done);
      int end = Math.min(span.end(), to);
      if (start < end) {
        masked.append(text, done, start).append(MASK);
        done = end;
      }
    }
    return masked.append(text, done, to).toString();
  }
}

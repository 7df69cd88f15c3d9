package io.patronilint.core.secret;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Looking for each of so many in turn takes no longer than looking for all at once. */
  private static final int FEW = 16;

  private final List<String> literals;
  private final Map<Long, List<String>> byBeginning = new HashMap<>();

  private Secrets(List<String> literals) {
    this.literals = literals;
    if (literals.size() > FEW) {
      for (String literal : literals) {
        byBeginning.computeIfAbsent(beginning(literal), b -> new ArrayList<>()).add(literal);
      }
    }
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

  /** Tells whether {@code value} is a secret because a key on the way to it says so. */
  public static boolean isSecret(String key, String value) {
    return (SecretNames.matches(key) && !SecretNames.harmless(key, value))
        || (SecretNames.holdsCredentials(key) && value.indexOf(':') > 0);
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
    if (byBeginning.isEmpty()) {
      for (String literal : literals) {
        for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
          addLiteral(text, at, literal, spans);
        }
      }
      return;
    }
    long beginning = 0;
    for (int i = 0; i < text.length(); i++) {
      beginning = beginning << 16 | text.charAt(i);
      int at = i - WordList.SHORTEST + 1;
      for (String literal : byBeginning.getOrDefault(beginning, List.of())) {
        if (at >= 0 && text.startsWith(literal, at)) {
          addLiteral(text, at, literal, spans);
        }
      }
    }
  }

  private static void addLiteral(String text, int at, String literal, List<Span> spans) {
    if (standsAlone(text, at, at + literal.length())) {
      spans.add(new Span(at, at + literal.length()));
    }
  }

  /** Packs as many characters as the shortest secret that is looked for has. */
  private static long beginning(String literal) {
    long packed = 0;
    for (int i = 0; i < WordList.SHORTEST; i++) {
      packed = packed << 16 | literal.charAt(i);
    }
    return packed;
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

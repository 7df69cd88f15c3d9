package io.patronilint.core.secret;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlAlias;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the values of password-like keys in a YAML document, wherever and however they stand. */
final class YamlScanner {

  private final SourceText text;
  private final List<Span> found;
  private final WordList words;
  private final Set<YamlNode> followed = Collections.newSetFromMap(new IdentityHashMap<>());

  YamlScanner(SourceText text, List<Span> found, WordList words) {
    this.text = text;
    this.found = found;
    this.words = words;
  }

  void scan(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        entry(mapping, entry);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlItem item : sequence.items()) {
        scan(item.node());
      }
    } else if (node instanceof YamlScalar scalar) {
      words.secretsIn(scalar.content());
    }
  }

  private void entry(YamlMapping mapping, YamlEntry entry) {
    String name = entry.name();
    words.ordinary(name);
    if (SecretNames.matches(name) || (name.equals("value") && namesSecret(mapping))) {
      secret(name, entry.value());
    } else if (SecretNames.holdsCredentials(name)
        && entry.value().resolved() instanceof YamlScalar scalar
        && scalar.content().indexOf(':') > 0) {
      secret(name, entry.value());
    } else {
      if (WordList.isIdentifying(name) && entry.value().resolved() instanceof YamlScalar scalar) {
        words.ordinary(scalar.content());
      }
      scan(entry.value());
    }
  }

  /** Tells whether this is one {@code name: PGPASSWORD} of a list of environment variables. */
  private static boolean namesSecret(YamlMapping mapping) {
    for (YamlEntry entry : mapping.entries()) {
      if (entry.name().equals("name")
          && entry.value().resolved() instanceof YamlScalar scalar
          && SecretNames.matches(scalar.content())) {
        return true;
      }
    }
    return false;
  }

  private void secret(String name, YamlNode node) {
    if (node instanceof YamlAlias alias) {
      if (followed.add(alias.target())) {
        secret(name, alias.target());
      }
    } else if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(e -> secret(name, e.value()));
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(i -> secret(name, i.node()));
    } else if (node instanceof YamlScalar scalar) {
      secret(name, scalar);
    }
  }

  private void secret(String name, YamlScalar scalar) {
    if (SecretNames.harmless(name, scalar.content())) {
      return;
    }
    words.secret(scalar.content());
    Span span = scalar.span();
    boolean quoted =
        scalar.style() == ScalarStyle.SINGLE_QUOTED || scalar.style() == ScalarStyle.DOUBLE_QUOTED;
    Span inside = quoted ? new Span(span.start() + 1, span.end() - 1) : span;
    for (int line = text.lineAt(inside.start()); line <= text.lineAt(inside.end()); line++) {
      int from = Math.max(inside.start(), text.lineStart(line));
      int to = Math.min(inside.end(), text.lineEnd(line));
      while (from < to && text.text().charAt(from) == ' ') {
        from++;
      }
      if (from < to) {
        found.add(new Span(from, to));
      }
    }
  }
}

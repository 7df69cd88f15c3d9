package io.patronilint.core.secret;

import io.patronilint.core.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the secrets of documents, and the words that are none although a password equals them.
 */
final class WordList {

  /** Length of the shortest secret that is looked for everywhere. */
  static final int SHORTEST = 4;

  private static final Set<String> IDENTIFYING =
      Set.of("username", "user", "name", "scope", "database", "dbname", "namespace");

  private static final Set<String> COMMON =
      Set.of("postgres", "postgresql", "patroni", "replicator", "rewind_user", "admin", "none");

  private final Set<String> secrets = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>(COMMON);

  /** Tells whether the value of {@code key} names somebody or something, and is no secret. */
  static boolean isIdentifying(String key) {
    return IDENTIFYING.contains(key);
  }

  /** Takes a secret; every line of one that has several lines is a secret. */
  void secret(String value) {
    value.lines().map(String::strip).forEach(secrets::add);
  }

  /** Takes the secrets that are written inside {@code value}: a connection string, a command. */
  void secretsIn(String value) {
    for (Span span : TextScanner.scan(value)) {
      secret(value.substring(span.start(), span.end()));
    }
  }

  /** Takes a word that may be shown even where a password is the same. */
  void ordinary(String word) {
    ordinary.add(word);
  }

  /** Returns the secrets to look for anywhere. */
  List<String> literals() {
    return secrets.stream().filter(s -> s.length() >= SHORTEST && !ordinary.contains(s)).toList();
  }
}

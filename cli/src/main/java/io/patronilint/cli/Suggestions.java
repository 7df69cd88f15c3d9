package io.patronilint.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
final class Suggestions {

  private Suggestions() {}

  /** Returns the word of {@code known} that is closest to {@code word}, if one is close. */
  static Optional<String> closest(String word, Collection<String> known) {
    int limit = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)));
  }

  /** Counts the insertions, deletions and replacements that turn {@code a} into {@code b}. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

package io.patronilint.core.yaml;

import java.util.function.Predicate;

/** Makes a document as small as it can be while something still holds for it. */
final class Shrinker {

  private Shrinker() {}

  /** Removes ever smaller pieces as long as {@code holds}. */
  static String shrink(String document, Predicate<String> holds) {
    String smallest = document;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int size = Math.max(1, smallest.length() / 2); size > 0; size /= 2) {
        for (int at = 0; at + size <= smallest.length(); ) {
          String candidate =
              Mutator.withoutHalves(smallest.substring(0, at) + smallest.substring(at + size));
          if (candidate.length() < smallest.length() && holds.test(candidate)) {
            smallest = candidate;
            smaller = true;
          } else {
            at += size;
          }
        }
      }
    }
    return smallest;
  }
}

package io.patronilint.rules.support;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant. */
public final class Spelling {

  /** Names of fewer letters are too easily like another one. */
  private static final int SHORTEST = 4;

  private static final int LONG = 7;

  private Spelling() {}

  /** Returns the one of {@code names} that {@code name} is nearest to, if it is near enough. */
  public static Optional<String> nearest(String name, Collection<String> names) {
    for (int limit = 0; limit <= 2; limit++) {
      for (String candidate : names) {
        boolean allowed = limit <= limit(name, candidate);
        if (allowed && EditDistance.within(plain(name), plain(candidate), limit)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** Tells whether {@code name} is surely meant to be {@code other}, which is another name. */
  public static boolean near(String name, String other) {
    return EditDistance.within(plain(name), plain(other), limit(name, other));
  }

  private static int limit(String name, String other) {
    int length = Math.min(plain(name).length(), plain(other).length());
    if (length < SHORTEST) {
      return 0;
    }
    return length < LONG ? 1 : 2;
  }

  /** Capitals, dashes and underscores are what people mix up. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}

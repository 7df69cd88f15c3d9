package io.patronilint.core.yaml;

import java.util.Random;

/** Writes files that look like Patroni's configuration, of the parts in a test resource. */
final class PatroniLike {

  private static final String SEPARATOR = "=====\n";

  private PatroniLike() {}

  static String file(Random random) {
    String[] parts = Cases.resource("patroni-like.txt").split(SEPARATOR, -1);
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (random.nextInt(100) < 25) {
        text.append(part);
      }
    }
    return text.isEmpty() ? parts[random.nextInt(parts.length)] : text.toString();
  }
}

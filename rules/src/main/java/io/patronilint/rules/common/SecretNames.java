package io.patronilint.rules.common;

import java.util.List;
import java.util.Locale;

/** Recognises settings whose values may not be shown, in a message or in a patch. */
public final class SecretNames {

  private static final List<String> PARTS =
      List.of("pass", "secret", "token", "auth", "conninfo", "key", "url", "credential");

  private SecretNames() {}

  /** Tells whether the value of a setting called {@code name} may be a secret. */
  public static boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PARTS.stream().anyMatch(lower::contains);
  }
}

package io.patronilint.core.finding;

import java.util.Locale;

/** How far a fix may be trusted, most trusted first. */
public enum Safety {
  /** Cannot make a running cluster worse: keeps the meaning or adds only what is surely meant. */
  SAFE,
  /** Right in most cases, but a person has to look at it. */
  UNSAFE,
  /** Shown only: commands, or steps that no file can express. */
  DISPLAY;

  /** Returns the name used in reports: {@code safe}, {@code unsafe} or {@code display}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.patronilint.core.finding;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  /** It fails, loses data, opens the door or silently does not do what is written, for certain. */
  ERROR,
  /** Likely harm, or a certain loss of intent with mild effect. */
  WARNING,
  /** Advice. */
  INFO;

  /** Returns the name used in reports: {@code error}, {@code warning} or {@code info}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether this is as bad as {@code other} or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}

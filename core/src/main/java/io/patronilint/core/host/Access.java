package io.patronilint.core.host;

/** Whether a user may do something with a file. */
public enum Access {
  /** The owner, group and mode of the file and of the directories above it allow it. */
  GRANTED,
  /** They forbid it, but an access control list, which they do not show, may allow it. */
  DOUBTFUL,
  /** They forbid it. */
  DENIED,
  /** Too little is known to tell. */
  UNKNOWN;

  /** Tells whether it is forbidden, or at least looks so. */
  public boolean isRefused() {
    return this == DENIED || this == DOUBTFUL;
  }

  /** Returns what holds if both this and {@code other} are needed. */
  Access and(Access other) {
    if (this == DENIED || other == DENIED) {
      return DENIED;
    }
    if (this == UNKNOWN || other == UNKNOWN) {
      return UNKNOWN;
    }
    return this == DOUBTFUL ? this : other;
  }
}

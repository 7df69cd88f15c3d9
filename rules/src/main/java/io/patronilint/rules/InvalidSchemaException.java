package io.patronilint.rules;

/** Says why a team's schema cannot be used; the message is one line for people. */
public final class InvalidSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says {@code message}. */
  public InvalidSchemaException(String message) {
    super(message);
  }
}

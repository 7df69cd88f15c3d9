package io.patronilint.core.yaml;

/** Says that Python raises an error when it makes a value of a text; never leaves this package. */
final class PyValueException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Takes a sentence without subject, for instance {@code is no day of the calendar}. */
  PyValueException(String message) {
    super(message, null, false, false);
  }

  /** Returns the reason, which is never null. */
  String reason() {
    return String.valueOf(getMessage());
  }
}

package io.patronilint.rules.restore;

/** Says why a fragment cannot be written; the message is one line for people. */
public final class FragmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FragmentException(String message) {
    super(message);
  }
}

package io.patronilint.core.fix;

/** Says that fixes did not lead anywhere, which is a bug of a rule; nothing was changed. */
public final class FixFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FixFailedException(String message) {
    super(message);
  }
}

package io.patronilint.cli;

/** Says that the command line is wrong; the message is one sentence for people. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}

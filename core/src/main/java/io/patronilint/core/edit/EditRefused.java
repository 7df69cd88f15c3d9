package io.patronilint.core.edit;

/** Says why an edit is not made; never leaves this package. */
final class EditRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EditRefused(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}

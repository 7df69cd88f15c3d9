package io.patronilint.core.server;

import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;

/** Patroni's code raises an exception that leaves the function we follow. */
final class PyFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ConfigFailure failure;

  private PyFailure(ConfigFailure failure) {
    super(failure.error(), null, false, false);
    this.failure = failure;
  }

  /**
   * Makes the exception.
   *
   * @param error Python's class
   * @param message what goes wrong, in our words
   * @param cause the value that causes it
   */
  static PyFailure of(String error, String message, Value cause) {
    return of(error, message, cause.origin());
  }

  /** Makes the exception for something that stands at {@code origin}. */
  static PyFailure of(String error, String message, Origin origin) {
    return new PyFailure(new ConfigFailure(error, message, origin));
  }

  ConfigFailure failure() {
    return failure;
  }
}

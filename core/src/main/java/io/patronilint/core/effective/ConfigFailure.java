package io.patronilint.core.effective;

import io.patronilint.core.value.Origin;

/**
 * Why Patroni cannot use a configuration.
 *
 * @param error the Python exception, for instance {@code TypeError}
 * @param message what a user would see in the log, in our words, without a final period
 * @param origin the value that causes it
 */
public record ConfigFailure(String error, String message, Origin origin) {}

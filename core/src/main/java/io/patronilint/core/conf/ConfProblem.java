package io.patronilint.core.conf;

import io.patronilint.core.text.Span;

/**
 * A line that PostgreSQL cannot read.
 *
 * @param message one sentence for people
 * @param span where it is
 */
public record ConfProblem(String message, Span span) {}

package io.patronilint.core.workspace;

import io.patronilint.core.text.Span;

/**
 * Why a file could not be read.
 *
 * @param message one sentence for people
 * @param span where in the text, as far as it could be decoded; empty at 0 for the file as a whole
 */
public record ReadProblem(String message, Span span) {}

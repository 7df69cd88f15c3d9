package io.patronilint.core.shell;

import io.patronilint.core.text.Span;

/**
 * Why a command line cannot be cut into words.
 *
 * @param message one sentence for people
 * @param span where it goes wrong, in the command line
 */
public record ShellProblem(String message, Span span) {}

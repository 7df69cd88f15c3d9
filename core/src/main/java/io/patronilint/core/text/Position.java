package io.patronilint.core.text;

/**
 * A place in a text as people count it.
 *
 * @param line line number from 1
 * @param column column number from 1, in UTF-16 code units
 */
public record Position(int line, int column) {}

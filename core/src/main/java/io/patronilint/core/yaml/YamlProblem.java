package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;

/**
 * Why PyYAML refuses a document.
 *
 * @param kind what sort of refusal it is
 * @param message one sentence for people, naming what was found
 * @param span where it is
 */
public record YamlProblem(Kind kind, String message, Span span) {

  /** Sorts of refusals; each is a rule of the family {@code syntax}. */
  public enum Kind {
    /** Characters, indentation, quotes, structure: PyYAML's reader, scanner and parser. */
    SYNTAX,
    /** A tab where YAML wants blanks. */
    TAB,
    /** More than one document in the file. */
    SEVERAL_DOCUMENTS,
    /** A tag that {@code safe_load} does not know, or that does not fit its value. */
    TAG,
    /** An alias without its anchor, or an anchor defined twice where that is refused. */
    ALIAS,
    /** A key that is a list or a mapping. */
    UNHASHABLE_KEY,
    /** A value that its type cannot hold: 2024-02-30, {@code =}, {@code <<}. */
    VALUE,
    /** Nested deeper, or larger, than we (or Python's recursion limit) read. */
    LIMIT,
    /** Text that looks like an unrendered template ({{ }}, {% %}, ...). */
    TEMPLATE
  }
}

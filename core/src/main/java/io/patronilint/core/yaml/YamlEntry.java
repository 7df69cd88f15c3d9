package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;

/**
 * An entry of a mapping as it is written.
 *
 * @param key the key
 * @param value the value; a scalar of type null with an empty span where none is written
 * @param span from the key (or its {@code ?}) to behind the value, comments not included
 * @param fullSpan in block style whole lines: from the first comment line directly above the entry
 *     at its indentation to behind the line end of its last line, comments behind the value and
 *     deeper indented comment lines included; in flow style the same as {@code span}
 */
public record YamlEntry(YamlNode key, YamlNode value, Span span, Span fullSpan) {

  /** Returns the key as a string: Python's {@code str()} of it; empty for a collection. */
  public String name() {
    return key.resolved() instanceof YamlScalar scalar ? scalar.value().text() : "";
  }

  /** Tells whether the key is a {@code <<} that PyYAML takes for a merge key. */
  public boolean isMerge() {
    return key.resolved() instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Merge;
  }
}

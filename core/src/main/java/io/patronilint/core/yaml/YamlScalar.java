package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A scalar.
 *
 * @param span where it is written, quotes and block indicator included
 * @param propertiesSpan anchor and tag before it, or null
 * @param anchor name of its anchor, or null
 * @param style how it is written
 * @param content the string that YAML makes of it, before types are resolved
 * @param value the typed value
 */
public record YamlScalar(
    Span span,
    @Nullable Span propertiesSpan,
    @Nullable String anchor,
    ScalarStyle style,
    String content,
    ScalarValue value)
    implements YamlNode {

  /** Returns the Python type of the value. */
  public ScalarType type() {
    return value.type();
  }
}

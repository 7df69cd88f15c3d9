package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import org.jspecify.annotations.Nullable;

/** A node of a YAML document as it is written: a scalar, a sequence, a mapping or an alias. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping, YamlAlias {

  /**
   * Returns the place of the node: from its first character (anchor and tag not included) to behind
   * its last one. Neither comments nor line ends behind the node belong to it. The span of a value
   * that is not written at all ({@code key:}) is empty and lies behind the colon.
   */
  Span span();

  /** Returns the place of anchor and tag before the node, if it has any. */
  @Nullable Span propertiesSpan();

  /** Returns the anchor's name without {@code &}, or null. */
  @Nullable String anchor();

  /** Returns the node that counts: the anchored node for an alias, else this node. */
  default YamlNode resolved() {
    return this;
  }
}

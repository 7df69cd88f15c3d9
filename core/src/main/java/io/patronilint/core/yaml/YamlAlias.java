package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An alias, at its own place.
 *
 * @param span the alias with its asterisk
 * @param name the anchor's name
 * @param target the node it stands for; a recursive alias stands for a collection that contains it
 */
public record YamlAlias(Span span, String name, YamlNode target) implements YamlNode {

  @Override
  public @Nullable Span propertiesSpan() {
    return null;
  }

  @Override
  public @Nullable String anchor() {
    return null;
  }

  @Override
  public YamlNode resolved() {
    return target.resolved();
  }
}

package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alias, at its own place.
 *
 * <p>Not a record, because a recursive alias stands for a collection that contains it: two aliases
 * are equal only if they are the same object, so that comparing and printing trees always ends.
 */
public final class YamlAlias implements YamlNode {

  private final Span span;
  private final String name;
  private @Nullable YamlNode target;

  /**
   * Makes an alias.
   *
   * @param span the alias with its asterisk
   * @param name the anchor's name
   * @param target the node it stands for
   */
  public YamlAlias(Span span, String name, YamlNode target) {
    this.span = span;
    this.name = name;
    this.target = target;
  }

  /** Makes an alias whose target is still being read; {@link #bind} must follow. */
  YamlAlias(Span span, String name) {
    this.span = span;
    this.name = name;
  }

  void bind(YamlNode node) {
    target = node;
  }

  /** Returns the node that {@code node} stands for, or null if that is still being read. */
  static @Nullable YamlNode finished(YamlNode node) {
    return node instanceof YamlAlias alias ? alias.target : node;
  }

  /** Returns the place of the alias with its asterisk. */
  @Override
  public Span span() {
    return span;
  }

  /** Returns the anchor's name. */
  public String name() {
    return name;
  }

  /** Returns the node it stands for; a recursive alias stands for a collection that contains it. */
  public YamlNode target() {
    return Objects.requireNonNull(target, "target");
  }

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
    return target().resolved();
  }

  @Override
  public String toString() {
    return "YamlAlias[span=" + span + ", name=" + name + "]";
  }
}

package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;

/**
 * An item of a sequence.
 *
 * @param node the item
 * @param span in block style from the dash to behind the item; in flow style the node's own span
 */
public record YamlItem(YamlNode node, Span span) {}

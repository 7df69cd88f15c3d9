package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param span from the first dash or bracket to behind the last item or bracket
 * @param propertiesSpan anchor and tag before it, or null
 * @param anchor name of its anchor, or null
 * @param flow whether it is written in brackets
 * @param items the items in order
 */
public record YamlSequence(
    Span span,
    @Nullable Span propertiesSpan,
    @Nullable String anchor,
    boolean flow,
    List<YamlItem> items)
    implements YamlNode {

  /** Copies the list. */
  public YamlSequence {
    items = List.copyOf(items);
  }
}

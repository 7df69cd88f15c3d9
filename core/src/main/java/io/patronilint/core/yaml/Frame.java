package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collection whose end has not come yet. */
abstract sealed class Frame {

  final int start;
  final @Nullable Span properties;
  final @Nullable String anchor;
  final @Nullable String tag;
  final boolean flow;

  /** Whether it stands where a merge key takes its entries; PyYAML looks at no tag there. */
  final boolean merged;

  private Frame(
      int start,
      @Nullable Span properties,
      @Nullable String anchor,
      @Nullable String tag,
      boolean flow,
      boolean merged) {
    this.start = start;
    this.properties = properties;
    this.anchor = anchor;
    this.tag = tag;
    this.flow = flow;
    this.merged = merged;
  }

  /** A sequence. */
  static final class Items extends Frame {
    private final List<YamlItem> items = new ArrayList<>();
    private int dash;

    Items(
        int start,
        @Nullable Span properties,
        @Nullable String anchor,
        @Nullable String tag,
        boolean flow,
        boolean merged) {
      super(start, properties, anchor, tag, flow, merged);
    }

    /** Takes note of the dash of the item that comes now. */
    void beginItem(int dashOffset) {
      dash = dashOffset;
    }

    void add(YamlNode node) {
      Span span = flow ? node.span() : new Span(dash, Math.max(dash + 1, node.span().end()));
      items.add(new YamlItem(node, span));
    }

    YamlSequence finish(int end) {
      return new YamlSequence(new Span(start, end), properties, anchor, flow, items);
    }

    List<YamlItem> items() {
      return items;
    }
  }

  /** A mapping. */
  static final class Entries extends Frame {
    final boolean braces;
    private final List<YamlEntry> entries = new ArrayList<>();
    private @Nullable YamlNode key;
    private int keyStart;
    private int fullStart;

    Entries(
        int start,
        @Nullable Span properties,
        @Nullable String anchor,
        @Nullable String tag,
        boolean flow,
        boolean merged,
        boolean braces) {
      super(start, properties, anchor, tag, flow, merged);
      this.braces = braces;
    }

    /** Tells whether a key has come and its value has not. */
    boolean awaitsValue() {
      return key != null;
    }

    /** Takes note of where the key that comes now begins, alone and with its comments. */
    void beginKey(int entryStart, int entryFullStart) {
      keyStart = entryStart;
      fullStart = entryFullStart;
    }

    int keyStart() {
      return keyStart;
    }

    int fullStart() {
      return fullStart;
    }

    void key(YamlNode node) {
      key = node;
    }

    @Nullable YamlNode pendingKey() {
      return key;
    }

    void add(YamlEntry entry) {
      entries.add(entry);
      key = null;
    }

    List<YamlEntry> entries() {
      return entries;
    }
  }
}

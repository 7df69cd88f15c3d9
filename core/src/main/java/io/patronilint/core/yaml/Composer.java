package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Builds the tree of one document from the engine's events, without recursion, and gives the nodes
 * their values: PyYAML's composer and constructor in one.
 */
final class Composer {

  /**
   * How deep collections may be nested. PyYAML's composer spends two Python frames on a level and
   * fails at 491 levels under Python's default recursion limit of 1000, when called from the top;
   * Patroni's own frames take some more.
   */
  static final int MAX_DEPTH = 480;

  private final String text;
  private final Parser parser;
  private final TokenTap tap;
  private final NodeFactory nodes;
  private final CommentExtents comments;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Anchors anchors = new Anchors();
  private @Nullable YamlNode root;
  private int contentEnd;

  Composer(String text, Parser parser, TokenTap tap, NodeFactory nodes) {
    this.text = text;
    this.parser = parser;
    this.tap = tap;
    this.nodes = nodes;
    this.comments = new CommentExtents(text);
  }

  /** Returns the only document's root, or null if there is no document. */
  @Nullable YamlNode compose() {
    parser.next();
    if (parser.next().getEventId() == Event.ID.StreamEnd) {
      return null;
    }
    Event event = parser.next();
    while (event.getEventId() != Event.ID.DocumentEnd) {
      accept(event);
      event = parser.next();
    }
    Event last = parser.next();
    if (last.getEventId() != Event.ID.StreamEnd) {
      int start = tap.offset(last.getStartMark());
      throw new Refusal(
          Kind.SEVERAL_DOCUMENTS,
          new Span(start, Math.max(start, tap.offset(last.getEndMark()))),
          "A second document begins here; Patroni reads files with one document only.");
    }
    return root;
  }

  private void accept(Event event) {
    if (event instanceof NodeEvent) {
      begin(event);
    }
    switch (event.getEventId()) {
      case Alias -> attach(alias((AliasEvent) event));
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart, MappingStart -> push((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> pop(event);
      default -> throw new IllegalStateException("event " + event.getEventId());
    }
  }

  /** Takes note of where the entry or item begins whose first node comes now. */
  private void begin(Event event) {
    Frame frame = frames.peek();
    if (frame instanceof Frame.Items items) {
      items.beginItem(tap.dash());
    } else if (frame instanceof Frame.Entries entries && !entries.awaitsValue()) {
      int key = tap.takeKeyStart();
      int start = key >= 0 ? key : tap.offset(event.getStartMark());
      entries.beginKey(start, entries.flow ? start : comments.start(start, contentEnd));
    }
  }

  private YamlAlias alias(AliasEvent event) {
    Span span = new Span(tap.offset(event.getStartMark()), tap.offset(event.getEndMark()));
    return anchors.alias(event.getAlias().getValue(), span);
  }

  private void scalar(ScalarEvent event) {
    String anchor = name(event);
    String tag = event.getTag().orElse(null);
    Span properties = anchor != null || tag != null ? tap.takeProperties() : null;
    if (anchor != null) {
      anchors.begin(anchor, properties);
    }
    Span span = scalarSpan(event, properties);
    YamlScalar node =
        nodes.scalar(event, span, properties, anchor, tag, parentIndent(event), isKeyOfMapping());
    if (anchor != null) {
      anchors.finish(anchor, node);
    }
    attach(node);
  }

  private Span scalarSpan(ScalarEvent event, @Nullable Span properties) {
    int end = tap.offset(event.getEndMark());
    if (properties == null) {
      int start = tap.offset(event.getStartMark());
      if (start == end && event.isPlain()) {
        start = emptyPlace(start);
        end = start;
      }
      return new Span(start, end);
    }
    return end <= properties.end() ? Span.at(properties.end()) : new Span(tap.tokenStart(), end);
  }

  /** Returns the place of a scalar that is not written: behind the colon, if there is one. */
  private int emptyPlace(int mark) {
    if (frames.peek() instanceof Frame.Entries entries && entries.awaitsValue()) {
      YamlNode key = entries.pendingKey();
      int keyEnd = key == null ? mark : outerEnd(key);
      return tap.colonEnd() > keyEnd ? tap.colonEnd() : Math.min(mark, keyEnd);
    }
    return mark;
  }

  private boolean isKeyOfMapping() {
    return frames.peek() instanceof Frame.Entries entries && !entries.awaitsValue();
  }

  /** Returns the column of the block collection around a block scalar, or -1 outside of all. */
  private int parentIndent(ScalarEvent event) {
    if (!event.isLiteral() && !event.isFolded()) {
      return -1;
    }
    for (Frame frame : frames) {
      if (!frame.flow) {
        return column(frame.start);
      }
    }
    return -1;
  }

  private int column(int at) {
    int start = at;
    while (start > 0 && !CommentExtents.isBreak(text.charAt(start - 1))) {
      start--;
    }
    boolean mark = start == 0 && at > 0 && text.charAt(0) == '\uFEFF';
    return at - start - (mark ? 1 : 0);
  }

  private void push(CollectionStartEvent event) {
    String anchor = name(event);
    String tag = event.getTag().orElse(null);
    Span properties = anchor != null || tag != null ? tap.takeProperties() : null;
    if (anchor != null) {
      anchors.begin(anchor, properties);
    }
    int end = tap.offset(event.getEndMark());
    boolean sequence = event.getEventId() == Event.ID.SequenceStart;
    boolean braces = event.isFlow() && end > 0 && text.charAt(end - 1) == '{';
    int start = tap.offset(event.getStartMark());
    if (properties != null) {
      boolean indentless = sequence && end > 0 && text.charAt(end - 1) == '-';
      start = event.isFlow() || (indentless && !event.isFlow()) ? end - 1 : end;
    }
    if (frames.size() >= MAX_DEPTH) {
      throw new Refusal(
          Kind.LIMIT,
          Span.at(start),
          "Lists and mappings are nested deeper than " + MAX_DEPTH + " levels here.");
    }
    // What has an anchor may be used elsewhere, and there its tag counts.
    boolean merged = anchor == null && isMerged();
    frames.push(
        sequence
            ? new Frame.Items(start, properties, anchor, tag, event.isFlow(), merged)
            : new Frame.Entries(start, properties, anchor, tag, event.isFlow(), merged, braces));
  }

  /** Tells whether what comes now is a value of a merge key or an item of one. */
  private boolean isMerged() {
    Frame frame = frames.peek();
    if (frame instanceof Frame.Entries entries) {
      return entries.pendingKey() instanceof YamlScalar key
          && key.value() instanceof ScalarValue.Merge;
    }
    return frame != null && frame.merged;
  }

  private void pop(Event event) {
    Frame frame = frames.pop();
    int end = Math.max(frame.start, contentEnd);
    if (frame instanceof Frame.Items items) {
      if (items.flow) {
        end = tap.offset(event.getEndMark());
      }
      complete(nodes.sequence(items, end), frame.anchor);
    } else if (frame instanceof Frame.Entries entries) {
      if (entries.braces) {
        end = tap.offset(event.getEndMark());
      }
      complete(nodes.mapping(entries, end, pairsParent()), frame.anchor);
    }
  }

  private boolean pairsParent() {
    return frames.peek() instanceof Frame.Items items && ExplicitTags.isPairs(items.tag);
  }

  private void complete(YamlNode node, @Nullable String anchor) {
    if (anchor != null) {
      anchors.finish(anchor, node);
    }
    attach(node);
  }

  private void attach(YamlNode node) {
    Frame frame = frames.peek();
    contentEnd = Math.max(contentEnd, node.span().end());
    if (frame == null) {
      root = node;
    } else if (frame instanceof Frame.Items items) {
      items.add(node);
    } else if (frame instanceof Frame.Entries entries) {
      YamlNode key = entries.pendingKey();
      if (key == null) {
        nodes.checkKey(node, pairsParentOf());
        entries.key(node);
      } else {
        entries.add(entry(entries, key, node));
      }
    }
  }

  private boolean pairsParentOf() {
    Frame top = frames.pop();
    boolean pairs = pairsParent();
    frames.push(top);
    return pairs;
  }

  private YamlEntry entry(Frame.Entries frame, YamlNode key, YamlNode value) {
    int start = frame.keyStart();
    int end = Math.max(outerEnd(key), outerEnd(value));
    if (tap.colonEnd() < outerEnd(key) && !value.span().isEmpty()) {
      throw new Refusal(
          Kind.SYNTAX, value.span(), "A colon is missing between the key and this value.");
    }
    Span span = new Span(start, Math.max(start, end));
    Span full =
        frame.flow
            ? span
            : new Span(
                frame.fullStart(), Math.max(span.end(), comments.end(span.end(), column(start))));
    return new YamlEntry(key, value, span, full);
  }

  private static int outerEnd(YamlNode node) {
    Span properties = node.propertiesSpan();
    return properties == null ? node.span().end() : Math.max(properties.end(), node.span().end());
  }

  private static @Nullable String name(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }
}

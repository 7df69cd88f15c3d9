package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
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
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Map<String, List<YamlAlias>> unfinished = new HashMap<>();
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
    if (event.getEventId() != Event.ID.SequenceEnd && event.getEventId() != Event.ID.MappingEnd) {
      beginEntry(event);
    }
    switch (event.getEventId()) {
      case Alias -> attach(alias((AliasEvent) event));
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart, MappingStart -> push((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> pop(event);
      default -> throw new IllegalStateException("event " + event.getEventId());
    }
  }

  private void beginEntry(Event event) {
    if (frames.peek() instanceof Frame.Entries entries) {
      if (entries.awaitsValue()) {
        return;
      }
      int start = Math.min(tap.offset(event.getStartMark()), Math.max(tap.keyStart(), contentEnd));
      entries.beginKey(start, entries.flow ? start : comments.start(start, contentEnd));
    }
  }

  private YamlAlias alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Span span = new Span(tap.offset(event.getStartMark()), tap.offset(event.getEndMark()));
    YamlNode target = anchors.get(name);
    if (target != null) {
      return new YamlAlias(span, name, target);
    }
    List<YamlAlias> waiting = unfinished.get(name);
    if (waiting == null) {
      throw new Refusal(
          Kind.ALIAS,
          span,
          "The alias *"
              + name
              + " has no anchor &"
              + name
              + " before it; put quotes around the text if it is no alias.");
    }
    YamlAlias alias = new YamlAlias(span, name);
    waiting.add(alias);
    return alias;
  }

  private void scalar(ScalarEvent event) {
    String anchor = anchor(event.getAnchor().map(found -> found.getValue()));
    String tag = event.getTag().orElse(null);
    Span properties = anchor != null || tag != null ? tap.takeProperties() : null;
    if (anchor != null) {
      checkAnchor(anchor, properties);
    }
    Span span = scalarSpan(event, properties);
    YamlScalar node =
        nodes.scalar(event, span, properties, anchor, tag, blockIndent(), isKeyOfMapping());
    if (anchor != null) {
      anchors.put(anchor, node);
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

  /** Returns the column of the innermost block collection, or -1 outside all of them. */
  private int blockIndent() {
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
    String anchor = anchor(event.getAnchor().map(found -> found.getValue()));
    String tag = event.getTag().orElse(null);
    Span properties = anchor != null || tag != null ? tap.takeProperties() : null;
    if (anchor != null) {
      checkAnchor(anchor, properties);
      unfinished.put(anchor, new ArrayList<>());
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
    frames.push(
        sequence
            ? new Frame.Items(start, properties, anchor, tag, event.isFlow())
            : new Frame.Entries(start, properties, anchor, tag, event.isFlow(), braces));
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
      anchors.put(anchor, node);
      List<YamlAlias> waiting = unfinished.remove(anchor);
      if (waiting != null) {
        waiting.forEach(alias -> alias.bind(node));
      }
    }
    attach(node);
  }

  private void attach(YamlNode node) {
    Frame frame = frames.peek();
    contentEnd = Math.max(contentEnd, node.span().end());
    if (frame == null) {
      root = node;
    } else if (frame instanceof Frame.Items items) {
      items.add(node, tap.dash());
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

  private static @Nullable String anchor(Optional<String> name) {
    return name.orElse(null);
  }

  private void checkAnchor(String name, @Nullable Span place) {
    if (anchors.containsKey(name) || unfinished.containsKey(name)) {
      throw new Refusal(
          Kind.ALIAS,
          place == null ? Span.at(contentEnd) : place,
          "The anchor &" + name + " is defined a second time; PyYAML refuses that.");
    }
  }
}

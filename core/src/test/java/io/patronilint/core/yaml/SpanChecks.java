package io.patronilint.core.yaml;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.List;

/** States what must hold for the places in every tree, and says where it does not. */
final class SpanChecks {

  private final SourceText text;

  private SpanChecks(SourceText text) {
    this.text = text;
  }

  /**
   * Checks all places of an accepted document.
   *
   * @throws AssertionError saying what is wrong
   */
  static void check(YamlDocument document) {
    if (document.root() != null) {
      new SpanChecks(document.text()).node(document.root(), new Span(0, document.text().length()));
    }
  }

  private void require(boolean holds, String what, YamlNode node) {
    if (!holds) {
      throw new AssertionError(
          what
              + ": "
              + node.getClass().getSimpleName()
              + " "
              + node.span()
              + " in "
              + ValueDump.quoted(text.text()));
    }
  }

  private void node(YamlNode node, Span around) {
    Span properties = node.propertiesSpan();
    require(around.contains(node.span()), "outside of its parent", node);
    if (properties != null) {
      require(around.contains(properties), "properties outside", node);
      require(properties.end() <= node.span().start(), "properties not before", node);
      char first = text.text().charAt(properties.start());
      require(first == '&' || first == '!', "properties", node);
    }
    if (node instanceof YamlScalar scalar) {
      scalar(scalar);
    } else if (node instanceof YamlAlias alias) {
      require(text.slice(alias.span()).equals("*" + alias.name()), "alias", node);
    } else if (node instanceof YamlSequence sequence) {
      sequence(sequence);
    } else if (node instanceof YamlMapping mapping) {
      mapping(mapping);
    }
  }

  private void scalar(YamlScalar scalar) {
    String slice = text.slice(scalar.span());
    switch (scalar.style()) {
      case PLAIN ->
          require(slice.equals(scalar.content()) || hasBreak(slice), "plain text differs", scalar);
      case SINGLE_QUOTED, DOUBLE_QUOTED -> {
        YamlDocument alone = YamlReader.read(new SourceText(slice));
        require(
            alone.root() instanceof YamlScalar same && same.content().equals(scalar.content()),
            "quoted text differs when it is read alone",
            scalar);
      }
      case LITERAL, FOLDED -> {
        require(slice.startsWith("|") || slice.startsWith(">"), "block header", scalar);
        int end = scalar.span().end();
        boolean header = !hasBreak(slice);
        require(header || isLineEnd(end), "block scalar must end before a line end", scalar);
      }
      default -> throw new AssertionError(scalar.style());
    }
  }

  private void sequence(YamlSequence sequence) {
    int at = sequence.span().start();
    for (YamlItem item : sequence.items()) {
      require(item.span().start() >= at, "items overlap", sequence);
      require(sequence.span().contains(item.span()), "item outside", sequence);
      if (!sequence.flow()) {
        require(text.text().charAt(item.span().start()) == '-', "dash", sequence);
      }
      node(item.node(), sequence.flow() ? sequence.span() : item.span());
      at = item.span().end();
    }
    if (sequence.flow()) {
      require(text.slice(sequence.span()).startsWith("["), "bracket", sequence);
      require(text.slice(sequence.span()).endsWith("]"), "bracket", sequence);
    }
  }

  private void mapping(YamlMapping mapping) {
    int at = mapping.span().start();
    int fullAt = 0;
    for (YamlEntry entry : mapping.entries()) {
      Span span = entry.span();
      Span full = entry.fullSpan();
      require(span.start() >= at, "entries overlap", mapping);
      require(mapping.span().contains(span), "entry outside", mapping);
      require(full.contains(span), "full span too small", mapping);
      require(full.start() >= fullAt, "full spans overlap", mapping);
      require(outerEnd(entry.key()) <= outerStart(entry.value()), "value before key", mapping);
      node(entry.key(), span);
      node(entry.value(), span);
      nested(entry.value(), full);
      if (mapping.flow()) {
        require(full.equals(span), "full span in flow style", mapping);
      } else {
        require(isEntryStart(full.start(), span.start()), "full span's start", mapping);
        require(isLineStart(full.end()), "full span's end", mapping);
      }
      at = span.end();
      fullAt = full.end();
    }
    require(
        !mapping.entries().isEmpty() || text.slice(mapping.span()).startsWith("{"),
        "empty mapping",
        mapping);
  }

  /** The full spans of the entries in a value lie in the full span of the entry around it. */
  private void nested(YamlNode value, Span full) {
    if (value instanceof YamlMapping mapping) {
      List<YamlEntry> entries = mapping.entries();
      for (YamlEntry entry : entries) {
        require(full.contains(entry.fullSpan()), "full spans not nested", value);
      }
    } else if (value instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> nested(item.node(), full));
    }
  }

  private static int outerStart(YamlNode node) {
    return node.propertiesSpan() == null ? node.span().start() : node.propertiesSpan().start();
  }

  private static int outerEnd(YamlNode node) {
    return Math.max(
        node.span().end(), node.propertiesSpan() == null ? 0 : node.propertiesSpan().end());
  }

  private boolean isEntryStart(int at, int entryStart) {
    return isLineStart(at)
        || (at == entryStart && !text.text().substring(lineStart(at), at).isBlank());
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && !CommentExtents.isBreak(text.text().charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean isLineStart(int at) {
    return at == 0 || at == text.length() || CommentExtents.isBreak(text.text().charAt(at - 1));
  }

  private boolean isLineEnd(int at) {
    return at == text.length() || CommentExtents.isBreak(text.text().charAt(at));
  }

  private static boolean hasBreak(String slice) {
    return slice.chars().anyMatch(c -> CommentExtents.isBreak((char) c));
  }
}

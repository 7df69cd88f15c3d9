package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Makes nodes with their values and collects the problems that do not hinder reading on: PyYAML's
 * constructor, but for stopping at the first problem.
 */
final class NodeFactory {

  /** More problems than that help nobody. */
  private static final int MAX_PROBLEMS = 50;

  private final String text;
  private final EngineInput input;
  private final MergeKeys mergeKeys = new MergeKeys();
  private final List<YamlProblem> problems = new ArrayList<>();

  NodeFactory(String text, EngineInput input) {
    this.text = text;
    this.input = input;
  }

  /** Returns the problems found so far. */
  List<YamlProblem> problems() {
    return problems;
  }

  private void report(Kind kind, Span span, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new YamlProblem(kind, message, span));
    }
  }

  /**
   * Makes a scalar.
   *
   * @param blockIndent column of the innermost block collection, or -1
   * @param isKey whether it is a key of a mapping
   */
  YamlScalar scalar(
      ScalarEvent event,
      Span span,
      @Nullable Span properties,
      @Nullable String anchor,
      @Nullable String tag,
      int blockIndent,
      boolean isKey) {
    ScalarStyle style = style(event.getScalarStyle());
    Span place = span;
    String content = event.getValue();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      BlockText block = new BlockText(text, span.start(), blockIndent);
      checkRest(block.rest(), span.end());
      place = new Span(span.start(), block.end());
      content = block.content();
    } else if (input.isAltered(span.start(), span.end())) {
      content = FlowText.read(text, span.start(), span.end(), style);
    }
    ScalarValue value = value(content, style, tag, place, properties, isKey);
    return new YamlScalar(place, properties, anchor, style, content, value);
  }

  /**
   * Refuses what the engine takes for a part of a block scalar and PyYAML does not: the lines below
   * blank lines that are indented deeper.
   */
  private void checkRest(int start, int end) {
    boolean comment = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (CommentExtents.isBreak(c)) {
        comment = false;
      } else if (c == '#') {
        comment = true;
      } else if (c != ' ' && !comment) {
        throw new Refusal(
            Kind.SYNTAX,
            new Span(i, i + 1),
            "The blank line at the start of this block scalar has more blanks than this line;"
                + " PyYAML takes its indentation from there. Remove the blanks.");
      }
    }
  }

  private static ScalarStyle style(org.snakeyaml.engine.v2.common.ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      default -> ScalarStyle.PLAIN;
    };
  }

  private ScalarValue value(
      String content,
      ScalarStyle style,
      @Nullable String tag,
      Span place,
      @Nullable Span properties,
      boolean isKey) {
    if (tag == null && style != ScalarStyle.PLAIN) {
      return new ScalarValue.Str(content);
    }
    try {
      if (tag == null || tag.equals("!")) {
        return implicit(content, place, isKey);
      }
      return explicit(content, tag, place, properties, isKey);
    } catch (PyValueException e) {
      String what = tag == null ? "This value" : "The value behind this tag";
      report(
          Kind.VALUE,
          place,
          what + " " + e.reason() + "; put quotes around it if it is meant as text.");
      return new ScalarValue.Str(content);
    }
  }

  private ScalarValue implicit(String content, Span place, boolean isKey) throws PyValueException {
    ScalarValue value = ScalarResolver.resolve(content);
    if (isKey) {
      return value;
    }
    if (value instanceof ScalarValue.Merge || ScalarResolver.isValueIndicator(content)) {
      report(
          Kind.VALUE,
          place,
          "A bare " + content + " has a meaning of its own in YAML 1.1 and is no value; quote it.");
      return new ScalarValue.Str(content);
    }
    return value;
  }

  private ScalarValue explicit(
      String content, String tag, Span place, @Nullable Span properties, boolean isKey)
      throws PyValueException {
    if (isKey && tag.equals(ExplicitTags.PREFIX + "merge")) {
      return new ScalarValue.Merge();
    }
    if (isKey && tag.equals(ExplicitTags.PREFIX + "value")) {
      return new ScalarValue.Str(content);
    }
    if (!ExplicitTags.isKnown(tag)) {
      unknownTag(properties == null ? place : properties);
      return new ScalarValue.Str(content);
    }
    return ExplicitTags.scalar(tag, content);
  }

  private void unknownTag(Span properties) {
    report(
        Kind.TAG,
        properties,
        "A value that starts with ! is taken for a tag, and PyYAML's safe_load knows no such tag; put"
            + " quotes around the value if it is meant as text.");
  }

  /** Makes a sequence. */
  YamlSequence sequence(Frame.Items frame, int end) {
    YamlSequence node = frame.finish(end);
    String tag = frame.tag;
    if (tag != null && !tag.equals("!") && !frame.merged) {
      checkTag(tag, ExplicitTags.fitsSequence(tag), frame.properties, node.span(), "list");
      if (ExplicitTags.isPairs(tag)) {
        checkPairs(node);
      }
    }
    return node;
  }

  private void checkTag(
      String tag, boolean fits, @Nullable Span properties, Span span, String what) {
    if (fits) {
      return;
    }
    Span place = properties == null ? span : properties;
    if (ExplicitTags.isKnown(tag)) {
      report(Kind.TAG, place, "This tag does not fit the " + what + " that it stands before.");
    } else {
      unknownTag(place);
    }
  }

  private void checkPairs(YamlSequence node) {
    for (YamlItem item : node.items()) {
      boolean pair =
          YamlAlias.finished(item.node()) instanceof YamlMapping mapping
              && mapping.entries().size() == 1;
      if (!pair) {
        report(
            Kind.TAG,
            item.node().span(),
            "A list with the tag !!omap or !!pairs may hold mappings with one entry only.");
      }
    }
  }

  /**
   * Makes a mapping.
   *
   * @param pair whether it is an item of an {@code !!omap} or {@code !!pairs}, no mapping of its
   *     own
   */
  YamlMapping mapping(Frame.Entries frame, int end, boolean pair) {
    Span span = new Span(frame.start, end);
    String tag = frame.tag;
    if (tag != null && !tag.equals("!") && !pair && !frame.merged) {
      checkTag(tag, ExplicitTags.fitsMapping(tag), frame.properties, span, "mapping");
    }
    List<YamlEntry> hashable = frame.entries();
    for (YamlEntry entry : frame.entries()) {
      if (!isScalar(entry.key())) {
        hashable = new ArrayList<>(frame.entries());
        hashable.removeIf(candidate -> !isScalar(candidate.key()));
        break;
      }
    }
    MergeKeys.Result result = mergeKeys.flatten(hashable, frame.anchor);
    return new YamlMapping(
        span,
        frame.properties,
        frame.anchor,
        frame.flow,
        frame.entries(),
        result.effective(),
        result.duplicates());
  }

  private static boolean isScalar(YamlNode node) {
    return YamlAlias.finished(node) instanceof YamlScalar;
  }

  /** Checks that Python can use {@code key} as the key of a dict. */
  void checkKey(YamlNode key, boolean pair) {
    if (!isScalar(key) && !pair) {
      report(
          Kind.UNHASHABLE_KEY,
          key.span(),
          "A list or a mapping cannot be a key; put quotes around the text if it is meant as text.");
    }
  }
}

package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/** Says in our own words why a text is refused, from what stands at the place. */
final class Complaints {

  private final String text;
  private final TokenTap tap;

  Complaints(String text, TokenTap tap) {
    this.text = text;
    this.tap = tap;
  }

  /** Refuses a tab. */
  static Refusal tab(int at) {
    return new Refusal(
        Kind.TAB,
        new Span(at, at + 1),
        "A tab stands here; YAML wants blanks for indentation and between tokens.");
  }

  /** Turns what the engine's scanner or parser refuses into a problem. */
  YamlProblem of(MarkedYamlEngineException refused) {
    int at = offset(refused.getProblemMark());
    int context = offset(refused.getContextMark());
    if (refused instanceof ParserException) {
      return parser(at);
    }
    return scanner(at, context >= 0 ? context : at);
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? Math.min(tap.offset(mark), text.length()) : -1;
  }

  private YamlProblem scanner(int at, int context) {
    char started = charAt(context);
    if (started == '"' || started == '\'') {
      return quoted(at, context);
    }
    char c = charAt(at);
    if (started == '|' || started == '>') {
      return syntax(
          context,
          context + 1,
          "The block scalar that begins here has a wrong header or wrongly indented blank lines.");
    }
    return switch (c) {
      case '\t' -> tab(at).problem();
      case ':' ->
          syntax(
              at,
              at + 1,
              "A colon with a blank behind it makes a key, and no key may stand here; put quotes"
                  + " around the text or correct the indentation.");
      case '%', '@', '`' ->
          syntax(at, at + 1, "No value may start with " + c + " unless it stands in quotes.");
      default -> context < at ? missingColon(context) : unexpected(at);
    };
  }

  private YamlProblem quoted(int at, int context) {
    if (at >= text.length()) {
      return syntax(context, context + 1, "The quote that opens here is never closed.");
    }
    if (at > context && charAt(at - 1) == '\\') {
      return syntax(
          at - 1,
          at + 1,
          "YAML knows no such escape in double quotes; write \\\\ for a backslash.");
    }
    return syntax(context, context + 1, "The text in quotes that begins here cannot be read.");
  }

  private YamlProblem missingColon(int at) {
    return syntax(
        at,
        lineEnd(at),
        "A key is expected here, but no colon with a blank behind it follows; the line may be"
            + " indented wrongly.");
  }

  private YamlProblem unexpected(int at) {
    return at >= text.length()
        ? syntax(at, at, "The text ends where more is expected.")
        : syntax(at, at + 1, "The character " + charAt(at) + " is not expected here.");
  }

  private YamlProblem parser(int at) {
    if (at >= text.length()) {
      return syntax(at, at, "The text ends before a bracket or brace is closed.");
    }
    return syntax(
        at,
        Math.max(at, Math.min(lineEnd(at), at + 1)),
        "This does not fit what stands before it; indentation, a bracket or a quote is wrong.");
  }

  private YamlProblem syntax(int start, int end, String message) {
    return new YamlProblem(
        Kind.SYNTAX, message, new Span(Math.max(start, 0), Math.max(end, start)));
  }

  private char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < text.length() && !CommentExtents.isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }
}

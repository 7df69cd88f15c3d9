package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/**
 * Says in our own words why a text is refused, from what stands at the place.
 *
 * <p>No message quotes more of the text than one character: it may be a secret.
 */
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
        "A tab stands here; YAML wants blanks for indentation and between values.");
  }

  /** Turns what the engine's scanner or parser refuses into a problem. */
  YamlProblem of(MarkedYamlEngineException refused) {
    int at = offset(refused.getProblemMark());
    int context = offset(refused.getContextMark());
    int tab = leadingTab(at);
    if (tab >= 0) {
      return tab(tab).problem();
    }
    String what = refused.getContext() == null ? "" : refused.getContext();
    if (refused instanceof ParserException) {
      return parser(at, context, what);
    }
    if (what.equals("while scanning a simple key")) {
      return missingColon(context);
    }
    return context >= 0 && context < at ? begun(at, context) : token(at);
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? Math.min(tap.offset(mark), text.length()) : -1;
  }

  /** Returns the first tab before the text on the line of {@code at}, or -1. */
  private int leadingTab(int at) {
    for (int i = lineStart(at); i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        return i;
      }
      if (c != ' ' && c != '-' && c != '?') {
        return -1;
      }
    }
    return -1;
  }

  /** Complains about a token that began at {@code context} and fails at {@code at}. */
  private YamlProblem begun(int at, int context) {
    char first = text.charAt(context);
    return switch (first) {
      case '"', '\'' -> quoted(at, context);
      case '|', '>' ->
          syntax(
              context,
              "The header of a block scalar is | or > with at most one of + and - and one digit"
                  + " from 1 to 9; put quotes around the text if it is none.");
      case '%' ->
          syntax(
              context, "A line that starts with % is a directive, and this one is none; quote it.");
      case '!' ->
          syntax(
              context, "An exclamation mark makes a tag, and this is none; put quotes around it.");
      case '&', '*' ->
          syntax(
              context,
              "The sign "
                  + first
                  + " makes an anchor or alias, and this is none; put quotes around it.");
      default -> missingColon(context);
    };
  }

  private YamlProblem missingColon(int at) {
    return new YamlProblem(
        Kind.SYNTAX,
        "This line should begin with a key, but no colon with a blank behind it follows; it may be"
            + " indented wrongly.",
        new Span(at, Math.max(at, lineEnd(at))));
  }

  private YamlProblem quoted(int at, int context) {
    if (at >= text.length()) {
      return syntax(context, "The quote that opens here is never closed.");
    }
    int escape = text.lastIndexOf('\\', at);
    if (text.charAt(context) == '"' && escape >= at - 2 && escape > context) {
      return new YamlProblem(
          Kind.SYNTAX,
          "In double quotes a backslash begins an escape, and YAML knows none like this; write two"
              + " backslashes or use single quotes.",
          new Span(escape, Math.min(text.length(), escape + 2)));
    }
    return syntax(context, "The quote that opens here is not closed before the next document.");
  }

  /** Complains about a token that cannot begin at {@code at}. */
  private YamlProblem token(int at) {
    if (at < 0 || at >= text.length()) {
      return syntax(at, "The text ends where more is expected.");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '\t' -> tab(at).problem();
      case ':' ->
          syntax(
              at,
              "A colon with a blank behind it makes a key, but no key may stand here; put quotes"
                  + " around the whole value, or correct the indentation.");
      case '%', '@', '`' -> syntax(at, "No value may start with " + c + "; put quotes around it.");
      case '-' ->
          syntax(
              at, "A list may not begin behind a key on the same line; put it on the next line.");
      case '|', '>' ->
          syntax(at, "No value between brackets may start with " + c + "; put quotes around it.");
      case '&', '*', '!' ->
          syntax(at, "No value may start with " + c + " like this; put quotes around it.");
      default ->
          syntax(at, "The character " + c + " is not expected here; put quotes around the text.");
    };
  }

  private YamlProblem parser(int at, int context, String what) {
    switch (what) {
      case "while parsing a flow sequence", "while parsing a flow mapping" -> {
        boolean list = context >= 0 && context < text.length() && text.charAt(context) == '[';
        return at >= text.length()
            ? syntax(context, "The bracket that opens here is never closed.")
            : syntax(
                at, "A comma or the closing " + (list ? "]" : "}") + " is missing before this.");
      }
      case "while parsing a flow node", "while parsing a block node" -> {
        return syntax(at, "A value is expected here.");
      }
      case "while parsing a block mapping", "while parsing a block collection" -> {
        return block(at, context);
      }
      case "while parsing a node" -> {
        return new YamlProblem(
            Kind.TAG,
            "A value that starts with ! is taken for a tag, and this one is not declared; put quotes"
                + " around the value if it is meant as text.",
            new Span(context, Math.max(context, wordEnd(at))));
      }
      default -> {
        return text.startsWith("%", at)
            ? syntax(at, "This directive is repeated, or stands where none may stand.")
            : syntax(
                at,
                "The document above is complete, so a new one with --- would have to begin here;"
                    + " indentation or a bracket is wrong.");
      }
    }
  }

  private YamlProblem block(int at, int context) {
    int line = lineStart(at);
    for (int i = line; i < at; i++) {
      if (text.charAt(i) != ' ') {
        return syntax(
            at,
            "Nothing more may stand behind a value on its line; if this belongs to the value, put"
                + " quotes around the whole.");
      }
    }
    int wanted = context - lineStart(context);
    if (at - line == wanted) {
      return misfit(at, context);
    }
    return syntax(
        at,
        "This line is indented by "
            + (at - line)
            + (at - line == 1 ? " blank" : " blanks")
            + ", which fits nothing above it; the entries it may belong to are indented by "
            + wanted
            + ".");
  }

  private YamlProblem misfit(int at, int context) {
    if (text.startsWith(":", at)) {
      return syntax(at, "The key before this colon is missing.");
    }
    return text.startsWith("-", context)
        ? syntax(at, "The list above goes on here, so a dash and a blank are expected.")
        : syntax(at, "The mapping above goes on here, so a key with a colon is expected.");
  }

  private YamlProblem syntax(int at, String message) {
    int start = Math.min(Math.max(at, 0), text.length());
    int end = start;
    if (start < text.length() && !CommentExtents.isBreak(text.charAt(start))) {
      end += Character.charCount(text.codePointAt(start));
    }
    return new YamlProblem(Kind.SYNTAX, message, new Span(start, end));
  }

  private int lineStart(int at) {
    int start = Math.min(Math.max(at, 0), text.length());
    while (start > 0 && !CommentExtents.isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int wordEnd(int at) {
    int end = at;
    while (end < text.length() && !EngineInput.isBlankOrBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < text.length() && !CommentExtents.isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }
}

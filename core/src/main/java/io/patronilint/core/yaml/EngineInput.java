package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a text for snakeyaml-engine, which reads YAML 1.2, so that it finds the tokens that
 * PyYAML finds.
 *
 * <p>Some characters are replaced by others, one for one, so that offsets hold; the values of
 * scalars that contain such a place are read again from the text itself (see {@link #isAltered}).
 * Marks of the engine count code points; {@link #offset} turns them into offsets.
 */
final class EngineInput {

  private static final char NEL = '\u0085';

  private final String text;
  private final char @Nullable [] altered;
  private final int @Nullable [] astral;
  private final boolean tabs;

  private EngineInput(
      String text, char @Nullable [] altered, int @Nullable [] astral, boolean tabs) {
    this.text = text;
    this.altered = altered;
    this.astral = astral;
    this.tabs = tabs;
  }

  /**
   * Prepares {@code text}; linear in its length.
   *
   * @throws Refusal if it holds a character that PyYAML's reader refuses anywhere
   */
  static EngineInput of(String text) {
    return new Builder(text).build();
  }

  /** Returns the text that the engine reads. */
  String engineText() {
    return altered == null ? text : new String(altered);
  }

  /** Tells whether the text has a tab anywhere. */
  boolean hasTabs() {
    return tabs;
  }

  /** Tells whether the engine reads something else than the text itself between the offsets. */
  boolean isAltered(int start, int end) {
    if (altered == null) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (altered[i] != text.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the offset in UTF-16 units of the code point with that index. */
  int offset(int codePointIndex) {
    if (astral == null) {
      return codePointIndex;
    }
    // The n-th astral character, at UTF-16 offset o, has the code point index o - n.
    int low = 0;
    int high = astral.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (astral[middle] - middle < codePointIndex) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePointIndex + low;
  }

  /** Looks at each character once. */
  private static final class Builder {
    private final String text;
    private char @Nullable [] altered;
    private int[] astral = new int[0];
    private int astralCount;
    private boolean tabs;
    private int headerLineEnd;

    Builder(String text) {
      this.text = text;
    }

    EngineInput build() {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ') {
          control(c, i);
        } else if (c > '~') {
          i = special(c, i);
        } else if (c == '|' || c == '>') {
          blankLinesBelow(i);
        } else if (c == '*' || c == '&' || c == '-' || c == '\\') {
          indicator(c, i);
        }
      }
      int[] places = astralCount == 0 ? null : Arrays.copyOf(astral, astralCount);
      return new EngineInput(text, altered, places, tabs);
    }

    private void control(char c, int at) {
      switch (c) {
        case '\n' -> {}
        case '\t' -> tabs = true;
        case '\r' -> {
          // Python's universal newlines; the engine reads CR LF by itself.
          if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
            alter(at, '\n');
          }
        }
        default -> throw unprintable(c, at, 1);
      }
    }

    private int special(char c, int at) {
      if (c == NEL || c == '\u2028' || c == '\u2029') {
        alter(at, '\n');
        return at;
      }
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        if (astralCount == astral.length) {
          astral = Arrays.copyOf(astral, Math.max(16, astralCount * 2));
        }
        astral[astralCount++] = at;
        return at + 1;
      }
      if (c < '\u00A0' || Character.isSurrogate(c) || c > '\uFFFD') {
        throw unprintable(c, at, 1);
      }
      return at;
    }

    private void indicator(char c, int at) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (c == '\\') {
        // The engine knows no \L and \P.
        if (next == 'L' || next == 'P') {
          alter(at + 1, 'N');
        }
      } else if (c == '*' || c == '&') {
        if (isNameAndColon(at)) {
          alter(at, 'A');
        }
      } else if (next == ',' || next == ']' || next == '}') {
        // A dash alone is text for PyYAML, also before the end of a flow collection.
        alter(at, 'A');
      } else if (next == '-' && text.startsWith("---", at) && isLineStart(at)) {
        char behind = at + 3 < text.length() ? text.charAt(at + 3) : ' ';
        if (!isBlankOrBreak(behind)) {
          alter(at, 'A');
        }
      }
    }

    /** Tells whether a name and a colon follow: for the engine the colon belongs to the name. */
    private boolean isNameAndColon(int at) {
      int end = at + 1;
      while (end < text.length() && isNameCharacter(text.charAt(end))) {
        end++;
      }
      return end > at + 1
          && end < text.length()
          && text.charAt(end) == ':'
          && (end + 1 == text.length() || mayFollowColon(text.charAt(end + 1)));
    }

    private static boolean mayFollowColon(char c) {
      return isBlankOrBreak(c) || c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    /**
     * Takes away the blanks of blank lines below the header of a block scalar: where they are more
     * than those of the next line, the engine refuses the file.
     */
    private void blankLinesBelow(int header) {
      if (header < headerLineEnd) {
        return;
      }
      int line = header + 1;
      while (line < text.length() && !CommentExtents.isBreak(text.charAt(line))) {
        line++;
      }
      headerLineEnd = line;
      while (line < text.length() && CommentExtents.isBreak(text.charAt(line))) {
        line = FlowText.behindBreak(text, line);
        int end = line;
        while (end < text.length() && text.charAt(end) == ' ') {
          end++;
        }
        if (end < text.length() && !CommentExtents.isBreak(text.charAt(end))) {
          return;
        }
        for (int i = line; i < end; i++) {
          alter(i, '\n');
        }
        line = end;
      }
    }

    private boolean isLineStart(int at) {
      return at == 0 || CommentExtents.isBreak(text.charAt(at - 1));
    }

    private void alter(int at, char replacement) {
      if (altered == null) {
        altered = text.toCharArray();
      }
      altered[at] = replacement;
    }

    private Refusal unprintable(char c, int at, int length) {
      return new Refusal(
          YamlProblem.Kind.SYNTAX,
          new Span(at, at + length),
          String.format(
              "The character U+%04X may not stand in a YAML file, not even in a comment; remove it.",
              (int) c));
    }
  }

  static boolean isNameCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '-'
        || c == '_';
  }

  static boolean isBlankOrBreak(char c) {
    return c == ' ' || c == '\t' || CommentExtents.isBreak(c);
  }
}

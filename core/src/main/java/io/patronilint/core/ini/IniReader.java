package io.patronilint.core.ini;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pgbackrest.conf as pgBackRest's ini parser ({@code iniValueNext}, unchanged from 2.45 to
 * 2.59) does.
 *
 * <p>A line ends at a line feed. Blanks around lines, keys and values do not count, those inside
 * the brackets of a section do. A comment is a line of its own that starts with {@code #}. A
 * section or a key may stand several times: pgBackRest joins such sections, and the values of such
 * keys form a list.
 *
 * <p>pgBackRest stops at the first line that it refuses; this reader goes on, so that one run shows
 * all of them.
 */
public final class IniReader {

  /** pgBackRest reads lines into a buffer of this many bytes, the line feed included. */
  private static final int LINE_BUFFER = 64 * 1024;

  private final SourceText text;
  private final List<IniFile.Section> sections = new ArrayList<>();
  private final List<IniFile.Problem> problems = new ArrayList<>();
  private final List<IniFile.Key> keys = new ArrayList<>();
  private String sectionName = "";
  private Span sectionSpan = Span.at(0);

  private IniReader(SourceText text) {
    this.text = text;
  }

  /** Reads {@code text}; never throws for bad input. */
  public static IniFile read(SourceText text) {
    return new IniReader(text).read();
  }

  private IniFile read() {
    int start = 0;
    while (start < text.length()) {
      int lineFeed = text.text().indexOf('\n', start);
      int end = lineFeed < 0 ? text.length() : lineFeed;
      line(new Span(start, end));
      start = end + 1;
    }
    endSection();
    return new IniFile(text, sections, problems);
  }

  private void line(Span whole) {
    if (tooLong(whole)) {
      problem("pgBackRest cannot read a line of 64 KiB or more.", Span.at(whole.start()));
      return;
    }
    Span line = trim(whole);
    if (line.isEmpty() || text.text().charAt(line.start()) == '#') {
      return;
    }
    if (text.text().charAt(line.start()) == '[') {
      section(line);
    } else if (sectionName.isEmpty()) {
      problem("pgBackRest refuses this line: a key must stand in a section.", line);
    } else {
      key(line);
    }
  }

  private void section(Span line) {
    if (text.text().charAt(line.end() - 1) != ']') {
      problem("pgBackRest refuses this line: a section must end with ']'.", line);
    } else if (line.length() == 2) {
      problem("pgBackRest refuses this line: a section must have a name.", line);
    } else {
      endSection();
      sectionName = text.slice(new Span(line.start() + 1, line.end() - 1));
      sectionSpan = line;
    }
  }

  private void endSection() {
    if (!sectionName.isEmpty()) {
      sections.add(new IniFile.Section(sectionName, sectionSpan, keys));
      keys.clear();
    }
  }

  private void key(Span line) {
    // pgBackRest holds lines as C strings: what follows a NUL is not seen.
    int nul = indexIn(line, '\0');
    Span seen = nul < 0 ? line : new Span(line.start(), nul);
    int equals = indexIn(seen, '=');
    if (equals < 0) {
      problem("pgBackRest refuses this line: it is no section, no comment, and has no '='.", line);
      return;
    }
    Span name = trim(new Span(line.start(), equals));
    if (name.isEmpty()) {
      problem("pgBackRest refuses this line: there is no key before '='.", line);
      return;
    }
    Span value = trim(new Span(equals + 1, seen.end()));
    keys.add(new IniFile.Key(text.slice(name), text.slice(value), name, value));
  }

  private void problem(String message, Span span) {
    problems.add(new IniFile.Problem(message, span));
  }

  private int indexIn(Span span, char wanted) {
    for (int i = span.start(); i < span.end(); i++) {
      if (text.text().charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Counts UTF-8 bytes, but only where there may be too many. */
  private boolean tooLong(Span line) {
    if (line.length() * 3L < LINE_BUFFER) {
      return false;
    }
    long bytes = 0;
    for (int i = line.start(); i < line.end() && bytes < LINE_BUFFER; i++) {
      char c = text.text().charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes >= LINE_BUFFER;
  }

  private Span trim(Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && isBlank(text.text().charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.text().charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}

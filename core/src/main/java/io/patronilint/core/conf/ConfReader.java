package io.patronilint.core.conf;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one file in the syntax of postgresql.conf, as PostgreSQL's guc-file.l does.
 *
 * <p>A statement never reaches over a line feed; a lone carriage return is a blank. A line that
 * PostgreSQL refuses costs only itself: reading goes on with the next line, up to 100 such lines.
 */
public final class ConfReader {

  /** PostgreSQL's ParseConfigFp abandons a file at this many refused lines. */
  private static final int MAX_ERRORS = 100;

  private final SourceText text;
  private final ConfScanner scanner;
  private final List<ConfEntry> entries = new ArrayList<>();
  private final List<ConfProblem> problems = new ArrayList<>();

  private ConfReader(SourceText text) {
    this.text = text;
    this.scanner = new ConfScanner(text.text());
  }

  /** Reads {@code text}; never throws for bad input, and follows no include. */
  public static ConfFile read(SourceText text) {
    return new ConfReader(text).read();
  }

  private ConfFile read() {
    int errors = 0;
    int lineStart = 0;
    while (lineStart < text.length() && errors < MAX_ERRORS) {
      int lineFeed = text.text().indexOf('\n', lineStart);
      int lineEnd = lineFeed < 0 ? text.length() : lineFeed + 1;
      scanner.moveTo(lineStart);
      if (!statement(new Span(lineStart, lineEnd))) {
        errors++;
      }
      lineStart = lineEnd;
    }
    if (errors == MAX_ERRORS) {
      problems.add(ConfProblems.abandoned(lineStart));
    }
    return new ConfFile(text, entries, problems);
  }

  /** Reads a line; tells whether PostgreSQL accepts it. */
  private boolean statement(Span line) {
    ConfToken token = scanner.next();
    if (token.isEnd()) {
      return true;
    }
    if (!token.isName()) {
      return refuse(ConfProblems.badName(scanner, token));
    }
    Span name = scanner.span();
    token = scanner.next();
    if (token == ConfToken.EQUALS) {
      token = scanner.next();
    }
    if (token.isEnd()) {
      return refuse(ConfProblems.noValue(text, name, scanner.previousEnd()));
    }
    if (!token.isValue()) {
      return refuse(ConfProblems.badValue(text, name, scanner, token));
    }
    Span value = scanner.span();
    String read =
        token == ConfToken.STRING ? ConfStrings.unquote(scanner.lexeme()) : scanner.lexeme();
    token = scanner.next();
    if (!token.isEnd()) {
      return refuse(ConfProblems.trailing(text, name, value, scanner.span()));
    }
    add(name, value, read, line);
    return true;
  }

  private boolean refuse(ConfProblem problem) {
    problems.add(problem);
    return false;
  }

  private void add(Span nameSpan, Span valueSpan, String value, Span line) {
    String name = text.slice(nameSpan);
    Span span = new Span(nameSpan.start(), valueSpan.end());
    entries.add(new ConfEntry(kind(name), name, value, nameSpan, valueSpan, span, line));
    if (name.charAt(0) == ConfProblems.BYTE_ORDER_MARK) {
      problems.add(ConfProblems.byteOrderMark(nameSpan));
    }
  }

  private static ConfEntry.Kind kind(String name) {
    return switch (ConfNames.fold(name)) {
      case "include" -> ConfEntry.Kind.INCLUDE;
      case "include_if_exists" -> ConfEntry.Kind.INCLUDE_IF_EXISTS;
      case "include_dir" -> ConfEntry.Kind.INCLUDE_DIR;
      default -> ConfEntry.Kind.ASSIGNMENT;
    };
  }
}

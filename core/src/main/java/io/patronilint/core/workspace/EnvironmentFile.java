package io.patronilint.core.workspace;

import io.patronilint.core.finding.Location;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of {@code NAME=value} lines, as {@code EnvironmentFile=} of systemd, {@code env_file} of
 * Docker Compose and a shell have them.
 *
 * <p>What these three agree on is read: comments, {@code export}, quotes around values, backslashes
 * in double quotes. Variables are not expanded.
 *
 * @param variables the variables in order; of equal names the last one counts
 * @param problems lines that hold neither a variable nor its name alone nor a comment
 */
public record EnvironmentFile(List<Variable> variables, List<Problem> problems) {

  /**
   * A variable.
   *
   * @param name its name
   * @param value its value, without quotes
   * @param location the line that sets it
   */
  public record Variable(String name, String value, Location location) {}

  /**
   * A line that cannot be read.
   *
   * @param message what is wrong with it
   * @param location where it is
   */
  public record Problem(String message, Location location) {}

  /** Copies the lists. */
  public EnvironmentFile {
    variables = List.copyOf(variables);
    problems = List.copyOf(problems);
  }

  /** Reads a file. */
  public static EnvironmentFile of(SourceFile file) {
    return new Reader(file).read();
  }

  /** Returns the variables; of equal names the last one counts. */
  static Map<String, String> read(SourceFile file) {
    Map<String, String> variables = new LinkedHashMap<>();
    of(file).variables().forEach(v -> variables.put(v.name(), v.value()));
    return variables;
  }

  /** Goes through the text once. */
  private static final class Reader {
    private final SourceFile file;
    private final String text;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;

    Reader(SourceFile file) {
      this.file = file;
      this.text = file.text().text();
    }

    EnvironmentFile read() {
      if (text.startsWith("\ufeff")) {
        at = 1;
      }
      while (at < text.length()) {
        skipBlanks();
        if (at >= text.length()) {
          break;
        }
        if (isBreak(text.charAt(at))) {
          at++;
        } else if (text.charAt(at) == '#' || text.charAt(at) == ';') {
          at = lineEnd(at);
        } else {
          readVariable();
        }
      }
      return new EnvironmentFile(variables, problems);
    }

    private void readVariable() {
      int start = at;
      if (text.startsWith("export", at) && at + 6 < text.length() && isBlank(text.charAt(at + 6))) {
        at += 6;
        skipBlanks();
      }
      int end = lineEnd(at);
      int equals = text.indexOf('=', at);
      if (equals < 0 || equals >= end) {
        if (isName(text.substring(at, end).strip())) {
          at = end; // Docker takes such a variable from its own environment.
          return;
        }
        problem("this line has no '=': no variable is set", start, end);
        return;
      }
      String name = text.substring(at, equals).strip();
      if (!isName(name)) {
        problem("this is no name of a variable", at, equals);
        return;
      }
      at = equals + 1;
      String value = readValue(start);
      int last = Math.max(start, Math.min(at, text.length()));
      variables.add(new Variable(name, value, new Location(file, trimmed(start, last))));
    }

    private void problem(String message, int start, int end) {
      problems.add(new Problem(message, new Location(file, trimmed(start, end))));
      at = lineEnd(start);
    }

    /** Reads quoted and unquoted parts up to the end of the line. */
    private String readValue(int start) {
      skipBlanks();
      StringBuilder value = new StringBuilder();
      int kept = 0;
      while (at < text.length() && !isBreak(text.charAt(at))) {
        char c = text.charAt(at);
        if ((c == '\'' || c == '"') && (value.isEmpty() || kept > 0)) {
          if (!readQuoted(c, value)) {
            problem("a quote is not closed", start, lineEnd(start));
            return value.toString();
          }
          kept = value.length();
        } else if (c == '\\' && at + 1 < text.length() && isBreak(text.charAt(at + 1))) {
          at += text.startsWith("\r\n", at + 1) ? 3 : 2;
        } else {
          value.append(c);
          at++;
        }
      }
      return value.substring(0, Math.max(kept, stripped(value)));
    }

    private boolean readQuoted(char quote, StringBuilder value) {
      int close = closing(quote);
      if (close < 0) {
        return false;
      }
      for (at++; at < close; at++) {
        char c = text.charAt(at);
        char next = text.charAt(at + 1);
        if (quote == '"' && c == '\\' && "\"\\`$\n".indexOf(next) >= 0) {
          at++;
          if (next != '\n') {
            value.append(next);
          }
        } else {
          value.append(c);
        }
      }
      at = close + 1;
      return true;
    }

    private int closing(char quote) {
      for (int i = at + 1; i < text.length(); i++) {
        if (quote == '"' && text.charAt(i) == '\\') {
          i++;
        } else if (text.charAt(i) == quote) {
          return i;
        }
      }
      return -1;
    }

    private static int stripped(StringBuilder value) {
      int end = value.length();
      while (end > 0 && Character.isWhitespace(value.charAt(end - 1))) {
        end--;
      }
      return end;
    }

    private Span trimmed(int start, int end) {
      int last = end;
      while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      return new Span(start, last);
    }

    private void skipBlanks() {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
    }

    private int lineEnd(int from) {
      SourceText source = file.text();
      return source.lineEnd(source.lineAt(from));
    }

    private static boolean isName(String name) {
      return !name.isEmpty()
          && !Character.isDigit(name.charAt(0))
          && name.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
      return c == '\n' || c == '\r';
    }
  }
}

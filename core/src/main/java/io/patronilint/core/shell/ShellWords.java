package io.patronilint.core.shell;

import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a command line as Python's {@code shlex.split} cuts it.
 *
 * <p>Patroni runs bootstrap commands, replica creation methods and callbacks this way: without a
 * shell, so nothing but quotes and backslashes is special.
 *
 * @param words the words; those before the problem if there is one
 * @param problem why the rest cannot be read, or null
 */
public record ShellWords(List<ShellWord> words, @Nullable ShellProblem problem) {

  /** Copies the list. */
  public ShellWords {
    words = List.copyOf(words);
  }

  /** Splits {@code command} as {@code shlex.split(command, comments=False, posix=True)} does. */
  public static ShellWords split(String command) {
    return new Splitter(command).split();
  }

  /** Returns the words' texts. */
  public List<String> texts() {
    return words.stream().map(ShellWord::text).toList();
  }

  /** Reads character by character; linear. */
  private static final class Splitter {

    private final String command;
    private final ShellWord.Builder word = new ShellWord.Builder();
    private final List<ShellWord> words = new ArrayList<>();
    private @Nullable ShellProblem problem;
    private int at;

    Splitter(String command) {
      this.command = command;
    }

    ShellWords split() {
      while (at < command.length() && problem == null) {
        char c = command.charAt(at);
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
          endWord();
          at++;
        } else if (c == '\'' || c == '"') {
          quoted(c);
        } else if (c == '\\') {
          escaped();
        } else {
          word.append(c, at++);
        }
      }
      if (problem == null) {
        endWord();
      }
      return new ShellWords(words, problem);
    }

    private void endWord() {
      if (word.isOpen()) {
        words.add(word.build());
      }
    }

    private void quoted(char quote) {
      int open = at;
      word.quote(at++);
      while (at < command.length() && command.charAt(at) != quote) {
        char c = command.charAt(at);
        if (c == '\\' && quote == '"') {
          escapedInQuotes();
        } else {
          word.append(c, at++);
        }
      }
      if (at < command.length()) {
        word.quote(at++);
      } else if (problem == null) {
        problem = new ShellProblem("No closing quotation", new Span(open, command.length()));
      }
    }

    /** In double quotes a backslash stays unless a quote or a backslash follows. */
    private void escapedInQuotes() {
      if (at + 1 == command.length()) {
        noEscapedCharacter();
        return;
      }
      char next = command.charAt(at + 1);
      if (next != '"' && next != '\\') {
        word.append('\\', at);
      }
      word.append(next, at + 1);
      at += 2;
    }

    private void escaped() {
      word.quote(at);
      if (at + 1 == command.length()) {
        noEscapedCharacter();
        return;
      }
      word.append(command.charAt(at + 1), at + 1);
      at += 2;
    }

    private void noEscapedCharacter() {
      problem = new ShellProblem("No escaped character", new Span(at, at + 1));
      at++;
    }
  }
}

package io.patronilint.core.shell;

import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a command line into commands and words as /bin/sh does, without expanding anything, and
 * notes what a shell would act upon. Linear.
 */
final class ShellScanner {

  private final String text;
  private final IntUnaryOperator place;
  private final ShellWord.Builder word = new ShellWord.Builder();
  private final List<List<ShellWord>> commands = new ArrayList<>();
  private final List<ShellOperator> operators = new ArrayList<>();
  private List<ShellWord> command = new ArrayList<>();
  private boolean wordIsTarget;
  private @Nullable ShellProblem problem;
  private int at;

  /**
   * Prepares to scan.
   *
   * @param text what the shell gets
   * @param place the place in the outermost command line of an offset in {@code text}
   */
  ShellScanner(String text, IntUnaryOperator place) {
    this.text = text;
    this.place = place;
  }

  /** Scans the whole text. */
  ShellScanner scan() {
    while (at < text.length()) {
      plain(text.charAt(at));
    }
    endCommand();
    return this;
  }

  /** Returns the words of each command, redirections left out; no command is empty. */
  List<List<ShellWord>> commands() {
    return commands;
  }

  List<ShellOperator> operators() {
    return operators;
  }

  @Nullable ShellProblem problem() {
    return problem;
  }

  private void plain(char c) {
    switch (c) {
      case ' ', '\t', '\r' -> {
        endWord();
        at++;
      }
      case '\n', ';' -> separator(ShellOperator.Kind.SEQUENCE, 1);
      case '(', ')' -> separator(ShellOperator.Kind.GROUP, 1);
      case '&' ->
          separator(
              peek(1) == '&' ? ShellOperator.Kind.AND : ShellOperator.Kind.SEQUENCE,
              peek(1) == '&' ? 2 : 1);
      case '|' ->
          separator(
              peek(1) == '|' ? ShellOperator.Kind.OR : ShellOperator.Kind.PIPE,
              peek(1) == '|' ? 2 : 1);
      case '<', '>' -> redirection(c);
      case '\'' -> singleQuoted();
      case '"' -> doubleQuoted();
      case '\\' -> escaped();
      case '$', '`' -> expansion();
      case '*', '?', '[' -> glob(c);
      case '#' -> comment();
      default -> take();
    }
  }

  private void take() {
    word.append(text.charAt(at), place.applyAsInt(at));
    at++;
  }

  private void quote() {
    word.quote(place.applyAsInt(at));
    at++;
  }

  private void separator(ShellOperator.Kind kind, int length) {
    endCommand();
    operator(kind, at, at + length);
    at += length;
  }

  private void redirection(char c) {
    int start = at;
    if (word.isDescriptor()) {
      word.clear();
    }
    endWord();
    at++;
    char next = peek(0);
    if (next == c || next == '&' || (c == '>' && next == '|') || (c == '<' && next == '>')) {
      at++;
    }
    operator(ShellOperator.Kind.REDIRECTION, start, at);
    wordIsTarget = true;
  }

  private void glob(char c) {
    boolean test = c == '[' && !word.isOpen() && " \t\n".indexOf(peek(1)) >= 0;
    if (!test) {
      operator(ShellOperator.Kind.GLOB, at, at + 1);
    }
    take();
  }

  private void comment() {
    if (word.isOpen()) {
      take();
      return;
    }
    int lineFeed = text.indexOf('\n', at);
    at = lineFeed < 0 ? text.length() : lineFeed;
  }

  private void singleQuoted() {
    int open = at;
    quote();
    while (at < text.length() && text.charAt(at) != '\'') {
      take();
    }
    close(open, "the single quote is never closed");
  }

  private void doubleQuoted() {
    int open = at;
    quote();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '$' || c == '`') {
        expansion();
      } else if (c == '\\' && "$`\"\\\n".indexOf(peek(1)) >= 0 && at + 1 < text.length()) {
        escaped();
      } else {
        take();
      }
    }
    close(open, "the double quote is never closed");
  }

  private void close(int open, String message) {
    if (at < text.length()) {
      quote();
    } else {
      problem(message, open);
    }
  }

  private void escaped() {
    if (at + 1 == text.length()) {
      take();
    } else if (peek(1) == '\n') {
      at += 2;
    } else {
      quote();
      take();
    }
  }

  private void expansion() {
    int end = ShellExpansion.end(text, at);
    if (end < 0) {
      problem("the substitution is never closed", at);
      end = text.length();
    }
    if (end > at + 1) {
      boolean substitution = text.charAt(at) == '`' || peek(1) == '(';
      operator(
          substitution ? ShellOperator.Kind.SUBSTITUTION : ShellOperator.Kind.VARIABLE, at, end);
    }
    while (at < end) {
      take();
    }
  }

  private void endWord() {
    if (!word.isOpen()) {
      return;
    }
    if (wordIsTarget) {
      word.clear();
      wordIsTarget = false;
    } else {
      command.add(word.build());
    }
  }

  private void endCommand() {
    endWord();
    wordIsTarget = false;
    if (!command.isEmpty()) {
      commands.add(command);
      command = new ArrayList<>();
    }
  }

  private void operator(ShellOperator.Kind kind, int start, int end) {
    operators.add(new ShellOperator(kind, text.substring(start, end), span(start, end)));
  }

  private void problem(String message, int start) {
    if (problem == null) {
      problem = new ShellProblem(message, span(start, text.length()));
    }
  }

  private Span span(int start, int end) {
    return new Span(place.applyAsInt(start), place.applyAsInt(end - 1) + 1);
  }

  private char peek(int distance) {
    return at + distance < text.length() ? text.charAt(at + distance) : '\n';
  }
}

package io.patronilint.core.shell;

import io.patronilint.core.text.Span;
import java.util.Arrays;

/** A word of a command line. */
public final class ShellWord {

  private final String text;
  private final Span span;
  private final boolean quoted;
  private final int[] offsets;

  private ShellWord(String text, Span span, boolean quoted, int[] offsets) {
    this.text = text;
    this.span = span;
    this.quoted = quoted;
    this.offsets = offsets;
  }

  /** Returns the word as the program receives it: without quotes and escapes. */
  public String text() {
    return text;
  }

  /** Returns the place of the word in the command line, quotes included. */
  public Span span() {
    return span;
  }

  /** Tells whether any part of the word stands in quotes or behind a backslash. */
  public boolean quoted() {
    return quoted;
  }

  /**
   * Returns the offset in the command line of the character at {@code index} of the text.
   *
   * @param index from 0 to the length of the text; the length gives the offset behind the last
   *     character
   */
  public int offsetOf(int index) {
    if (index < offsets.length) {
      return offsets[index];
    }
    return offsets.length == 0 ? span.end() : offsets[offsets.length - 1] + 1;
  }

  /** Returns the last part of the word's path: the name of the program that it names. */
  public String baseName() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects the characters of a word together with where they come from. */
  static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[16];
    private int start = -1;
    private int end;
    private boolean quoted;

    /** Takes {@code c}, which stands at {@code offset} of the command line. */
    void append(char c, int offset) {
      touch(offset);
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[text.length()] = offset;
      text.append(c);
    }

    /** Takes a quote or a backslash at {@code offset}, which is no part of the text. */
    void quote(int offset) {
      touch(offset);
      quoted = true;
    }

    /** Tells whether there is a word, perhaps an empty one in quotes. */
    boolean isOpen() {
      return start >= 0;
    }

    /** Tells whether the word is a number without quotes: before a redirection, a descriptor. */
    boolean isDescriptor() {
      return !quoted && text.length() > 0 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Tells whether no character has been taken yet. */
    boolean isEmpty() {
      return text.length() == 0;
    }

    /** Returns the word and starts a new one. */
    ShellWord build() {
      int[] exact = Arrays.copyOf(offsets, text.length());
      ShellWord word = new ShellWord(text.toString(), new Span(start, end), quoted, exact);
      clear();
      return word;
    }

    /** Forgets the word. */
    void clear() {
      text.setLength(0);
      start = -1;
      quoted = false;
    }

    private void touch(int offset) {
      if (start < 0) {
        start = offset;
      }
      end = offset + 1;
    }
  }
}

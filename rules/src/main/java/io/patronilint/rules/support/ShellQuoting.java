package io.patronilint.rules.support;

/** Writes words so that a shell, and Python's {@code shlex.split}, read them back as they are. */
public final class ShellQuoting {

  private static final String HARMLESS = "_@%+=:,./-";

  private ShellQuoting() {}

  /** Returns {@code word}, in single quotes if it needs any. */
  public static String word(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars().allMatch(c -> isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}

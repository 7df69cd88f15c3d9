package io.patronilint.core.shell;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a program that runs another one reads its own arguments.
 *
 * @param shortWithValue letters of options that take the next word if nothing follows the letter
 * @param longWithValue names of long options that take the next word if there is no {@code =}
 * @param operands how many operands stand before the wrapped command
 * @param assignments whether {@code NAME=value} words may stand before the wrapped command
 */
record Wrapper(
    String shortWithValue, Set<String> longWithValue, int operands, boolean assignments) {

  /** Copies the set. */
  Wrapper {
    longWithValue = Set.copyOf(longWithValue);
  }

  /** Returns how the wrapper called {@code name} reads its arguments, or null if it is none. */
  static @Nullable Wrapper of(String name) {
    return switch (name) {
      case "env" -> new Wrapper("uCS", Set.of("unset", "chdir", "split-string"), 0, true);
      case "sudo" ->
          new Wrapper(
              "ugpCDhRrtTU",
              Set.of("user", "group", "prompt", "chdir", "host", "chroot", "role", "type"),
              0,
              true);
      case "envdir", "gosu", "su-exec" -> new Wrapper("", Set.of(), 1, false);
      case "timeout" -> new Wrapper("ks", Set.of("kill-after", "signal"), 1, false);
      case "flock" -> new Wrapper("wE", Set.of("timeout", "wait", "conflict-exit-code"), 1, false);
      case "nice" -> new Wrapper("n", Set.of("adjustment"), 0, false);
      case "ionice" -> new Wrapper("cn", Set.of("class", "classdata"), 0, false);
      case "chpst" -> new Wrapper("uUe/nlLmdopfcrtb", Set.of(), 0, false);
      case "stdbuf" -> new Wrapper("ioe", Set.of("input", "output", "error"), 0, false);
      case "runuser" -> new Wrapper("ugG", Set.of("user", "group", "supp-group"), 0, false);
      case "setpriv" ->
          new Wrapper("", Set.of("reuid", "regid", "ruid", "rgid", "groups"), 0, false);
      case "exec" -> new Wrapper("a", Set.of(), 0, false);
      case "nohup", "setsid", "command", "time" -> new Wrapper("", Set.of(), 0, false);
      default -> null;
    };
  }

  /** Tells whether {@code name} is a shell. */
  static boolean isShell(String name) {
    return switch (name) {
      case "sh", "bash", "dash", "ash", "ksh", "zsh" -> true;
      default -> false;
    };
  }

  /** Tells whether {@code option}, a word that starts with a dash, takes the word behind it. */
  boolean takesNext(String option) {
    if (option.startsWith("--")) {
      return longWithValue.contains(option.substring(2));
    }
    for (int i = 1; i < option.length(); i++) {
      if (shortWithValue.indexOf(option.charAt(i)) >= 0) {
        return i == option.length() - 1;
      }
    }
    return false;
  }
}

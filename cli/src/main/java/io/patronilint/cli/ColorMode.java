package io.patronilint.cli;

import io.patronilint.cli.output.Style;

/** When to use colours. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Decides for standard output: {@code NO_COLOR} (no-color.org) beats {@code CLICOLOR_FORCE},
   * which beats what the terminal is; the option beats all of them.
   */
  Style style(Shell shell) {
    boolean colours =
        switch (this) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> automatic(shell);
        };
    return colours ? Style.ANSI : Style.PLAIN;
  }

  private static boolean automatic(Shell shell) {
    if (shell.has("NO_COLOR")) {
      return false;
    }
    if (shell.has("CLICOLOR_FORCE") && !"0".equals(shell.variables().get("CLICOLOR_FORCE"))) {
      return true;
    }
    return shell.terminal() && !"dumb".equals(shell.variables().get("TERM"));
  }
}

package io.patronilint.core.preview;

import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.ShellWord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options that {@code pgbackrest restore} takes (pgBackRest's reference, 2.45 and newer). */
final class PgBackRestOptions {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "archive-mode",
          "buffer-size",
          "cmd",
          "cmd-ssh",
          "compress-level-network",
          "config",
          "config-include-path",
          "config-path",
          "db-exclude",
          "db-include",
          "io-timeout",
          "link-map",
          "lock-path",
          "log-level-console",
          "log-level-file",
          "log-level-stderr",
          "log-path",
          "pg",
          "pg1-path",
          "process-max",
          "protocol-timeout",
          "recovery-option",
          "repo",
          "sck-keep-alive",
          "set",
          "spool-path",
          "stanza",
          "tablespace-map",
          "tablespace-map-all",
          "target",
          "target-action",
          "target-timeline",
          "type");

  /** Take no value, or y and n. */
  private static final Set<String> FLAGS =
      Set.of("delta", "force", "link-all", "target-exclusive", "neutral-umask");

  private PgBackRestOptions() {}

  /** Tells whether pgBackRest takes {@code option}, of the form {@code --name=value}. */
  static boolean accepts(String option) {
    int equals = option.indexOf('=');
    String name = option.substring(2, equals < 0 ? option.length() : equals);
    String value = equals < 0 ? "" : option.substring(equals + 1);
    if (WITH_VALUE.contains(name) || name.startsWith("repo")) {
      return equals > 0;
    }
    return FLAGS.contains(name) && (value.equals("y") || value.equals("n") || equals < 0);
  }

  /**
   * Returns the first word of {@code pgbackrest restore} that belongs to no option, or null.
   * pgBackRest cuts {@code --name value} in two, too, so a word behind an option without {@code =}
   * is taken for its value.
   */
  static @Nullable String stray(CommandCall call) {
    boolean command = false;
    boolean value = false;
    for (ShellWord word : call.arguments()) {
      String text = word.text();
      boolean option = text.startsWith("-");
      if (!option && !value && command) {
        return text;
      }
      command |= !option && text.equals("restore");
      value =
          option && text.indexOf('=') < 0 && !FLAGS.contains(text.replaceFirst("^--(no-)?", ""));
    }
    return null;
  }
}

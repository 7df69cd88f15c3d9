package io.patronilint.rules.restore;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person adds where no file says it; each may be null.
 *
 * @param stanza the stanza of pgBackRest
 * @param server the server as Barman calls it
 * @param barmanHost the machine that Barman runs on, perhaps with a user: {@code USER@HOST}
 * @param envdir the folder of variables that {@code envdir} sets for WAL-G
 * @param dataDirectory the data directory of PostgreSQL
 * @param address the member as Barman's ssh reaches it
 */
public record FragmentValues(
    @Nullable String stanza,
    @Nullable String server,
    @Nullable String barmanHost,
    @Nullable String envdir,
    @Nullable String dataDirectory,
    @Nullable String address) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]*");
  private static final Pattern HOST = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*@)?" + WORD);
  private static final Pattern PATH = Pattern.compile("/[^\\p{Cntrl}%]*");

  /** Returns values of which none is given. */
  public static FragmentValues none() {
    return new FragmentValues(null, null, null, null, null, null);
  }

  /**
   * Checks that the values can stand in commands and belong to {@code tool}. The data directory is
   * not looked at: it may be the place of a copy.
   */
  void check(BackupTool tool) {
    check("--stanza", stanza, WORD, "a name", tool, BackupTool.PGBACKREST);
    check("--server", server, WORD, "a name", tool, BackupTool.BARMAN);
    check("--barman-host", barmanHost, HOST, "HOST or USER@HOST", tool, BackupTool.BARMAN);
    check("--address", address, WORD, "a host", tool, BackupTool.BARMAN);
    check("--envdir", envdir, PATH, "an absolute path", tool, BackupTool.WAL_G);
  }

  private static void check(
      String option,
      @Nullable String value,
      Pattern pattern,
      String wanted,
      BackupTool tool,
      BackupTool owner) {
    if (value == null) {
      return;
    }
    if (tool != owner) {
      throw new FragmentException(option + " goes with " + owner.label() + " only");
    }
    if (!pattern.matcher(value).matches()) {
      throw new FragmentException(option + " takes " + wanted + ", not '" + value + "'");
    }
  }

  /** Returns the data directory if it is a path that a command can name. */
  @Nullable String absoluteDataDirectory() {
    return dataDirectory != null && PATH.matcher(dataDirectory).matches() ? dataDirectory : null;
  }
}

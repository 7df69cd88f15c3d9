package io.patronilint.rules.restore;

import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.rules.support.Stanza;
import io.patronilint.rules.support.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backup tool of a fragment: as the files have it, else as a person says. */
final class FragmentProgram {

  private static final String PGBACKREST_FETCH = " archive-get %f \"%p\"";

  private final Site site;
  private final FragmentRequest request;
  private final FragmentValues values;

  private FragmentProgram(Site site, FragmentRequest request) {
    this.site = site;
    this.request = request;
    this.values = request.values();
  }

  /**
   * Returns {@code site} with the tool that is asked for.
   *
   * @throws FragmentException if the files say something else, or not enough
   */
  static Site of(Site site, FragmentRequest request) {
    return new FragmentProgram(site, request).complete();
  }

  private Site complete() {
    BackupProgram found = site.program();
    if (found != null && found.tool() != request.tool().program()) {
      throw new FragmentException(
          "--tool: the files say that WAL is fetched with "
              + BackupTool.of(found.tool()).label()
              + ", not with "
              + request.tool().label());
    }
    return switch (request.tool()) {
      case PGBACKREST -> pgBackRest(found);
      case WAL_G -> walG(found);
      case BARMAN -> barman(found);
    };
  }

  private Site pgBackRest(@Nullable BackupProgram found) {
    if (found != null && !found.repository().isEmpty()) {
      agree("--stanza", values.stanza(), found.repository());
      return site;
    }
    List<String> known = Stanza.of(site.node()).stream().map(Stanza::name).distinct().toList();
    String why = known.size() > 1 ? "pgbackrest.conf has " + String.join(", ", known) : null;
    String stanza = needed("--stanza", values.stanza(), why);
    String program = found == null ? "pgbackrest" : found.prefix();
    return with(program + " --stanza=" + ShellQuoting.word(stanza) + PGBACKREST_FETCH);
  }

  private Site walG(@Nullable BackupProgram found) {
    String given = values.envdir();
    String program = given == null ? "wal-g" : "envdir " + ShellQuoting.word(given) + " wal-g";
    if (found != null) {
      agree("--envdir", given == null ? null : program, found.prefix());
      return site;
    }
    return with(program + " wal-fetch \"%f\" \"%p\"");
  }

  private Site barman(@Nullable BackupProgram found) {
    String given = values.barmanHost();
    int at = given == null ? -1 : given.indexOf('@');
    if (found != null) {
      agree("--server", values.server(), found.repository());
      String address = given == null || at > 0 ? given : "barman@" + given;
      agree("--barman-host", address, found.prefix());
      return site;
    }
    String server = needed("--server", values.server(), null);
    String address = needed("--barman-host", given, null);
    String user = at > 0 ? " -U " + address.substring(0, at) : "";
    String host = address.substring(at + 1);
    return with("barman-wal-restore" + user + " " + host + " " + server + " %f %p");
  }

  /** A restore_command in force that is not understood, such as a script, stays what it is. */
  private Site with(String fetch) {
    String command =
        RecoverySettings.of(site.node())
            .restoreCommand(site.node())
            .map(RecoverySettings.RestoreCommand::value)
            .filter(text -> site.program() == null && !Templates.unrendered(text))
            .orElse(fetch);
    BackupProgram program = BackupProgram.of(fetch).orElseThrow();
    return new Site(site.cluster(), site.node(), site.others(), command, program);
  }

  private static void agree(String option, @Nullable String given, String known) {
    if (given != null && !given.equals(known)) {
      throw new FragmentException(option + " '" + given + "': the files say '" + known + "'");
    }
  }

  private static String needed(String option, @Nullable String given, @Nullable String why) {
    if (given == null) {
      throw new FragmentException(
          option + " is needed: " + (why == null ? "no file says it" : why));
    }
    return given;
  }
}

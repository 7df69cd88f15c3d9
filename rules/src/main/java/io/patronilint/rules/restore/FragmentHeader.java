package io.patronilint.rules.restore;

import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.RestoreMark;
import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The comment that a fragment begins with: what it is, and what to do with it. */
final class FragmentHeader {

  private static final String MARK = RestoreMark.WORDS.substring("# ".length());

  private final Site site;
  private final Node written;
  private final FragmentRequest request;

  FragmentHeader(FragmentSite found, FragmentRequest request) {
    this.site = found.site();
    this.written = found.written();
    this.request = request;
  }

  /** Returns what is restored from. */
  String repository() {
    BackupProgram program = Objects.requireNonNull(site.program());
    return switch (request.tool()) {
      case PGBACKREST -> "stanza " + program.repository();
      case WAL_G -> program.prefix();
      case BARMAN -> "server " + program.repository() + " of " + program.prefix();
    };
  }

  void write(CommentedYaml yaml, boolean bootstraps) {
    String cluster = site.scope().isEmpty() ? "a cluster" : "the cluster " + site.scope();
    yaml.line(MARK + " restores " + cluster + " with " + request.tool().label());
    yaml.line("Review before use.");
    yaml.line("");
    yaml.line("environment: " + request.environment());
    yaml.line("backups:     " + repository() + chosenBackup());
    yaml.line("restores:    " + request.target().words());
    yaml.line("made by:     " + words(request.commandLine()));
    yaml.line("");
    yaml.comment(
        0,
        " ",
        "This is a part of a configuration, to be kept in version control beside it. Have the two"
            + " looked at together:");
    yaml.line("  " + check());
    yaml.comment(
        0,
        " ",
        "For the restore merge it into "
            + written.mainFile().path()
            + ", or put it into the folder that Patroni is started with: Patroni merges the *.yml"
            + " there in the order of their names, so that it has to come last.");
    yaml.line("");
    if (bootstraps) {
      steps(yaml);
    } else {
      yaml.comment(
          0,
          " ",
          "bootstrap.method restores the latest state already; nothing has to be added to it.");
    }
  }

  private String chosenBackup() {
    return request.backup() == null ? "" : ", " + request.backup();
  }

  /** Returns the command that checks the fragment with the configuration that it goes with. */
  String check() {
    return "patroni-lint check "
        + Patronictl.configurationWord(written)
        + " "
        + ShellQuoting.word(request.file());
  }

  private static String words(List<String> words) {
    return words.stream().map(ShellQuoting::word).collect(Collectors.joining(" "));
  }

  private void steps(CommentedYaml yaml) {
    String data = site.dataDirectory().isEmpty() ? "" : " (" + site.dataDirectory() + ")";
    yaml.comment(0, " ", "To restore (patroni-lint restore plan has all steps and commands):");
    yaml.comment(0, " 1. ", "Stop Patroni on every member.");
    yaml.comment(
        0,
        " 2. ",
        "Move the data directory" + data + " aside on every member, and leave an empty one.");
    yaml.comment(0, " 3. ", "Have the DCS forget the cluster, unless it is new or wiped:");
    yaml.line("   " + Patronictl.removeCluster(written));
    yaml.comment(
        0,
        " 4. ",
        "With this added, start Patroni on "
            + (request.tool() == BackupTool.BARMAN
                ? "the machine that Barman restores"
                : "one member")
            + " alone; wait until it leads.");
    yaml.comment(
        0,
        " 5. ",
        "Take bootstrap.method and its section out again"
            + (request.target().isLatest()
                ? "."
                : ": with the target in it the next loss of the DCS would take the cluster back to"
                    + " that moment.")
            + " Take a backup, then start the other members.");
  }
}

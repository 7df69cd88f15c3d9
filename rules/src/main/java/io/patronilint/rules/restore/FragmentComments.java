package io.patronilint.rules.restore;

import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.BootstrapRecipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the comments of a fragment say about its entries. */
final class FragmentComments {

  private final Site site;
  private final FragmentRequest request;
  private final BackupProgram program;
  private final Map<String, String> comments = new LinkedHashMap<>();

  private FragmentComments(Site site, FragmentRequest request) {
    this.site = site;
    this.request = request;
    this.program = Objects.requireNonNull(site.program());
  }

  /** Returns the comments by the dotted paths of the entries that they stand before. */
  static Map<String, String> of(Site site, FragmentRequest request, FragmentEntries entries) {
    FragmentComments made = new FragmentComments(site, request);
    BootstrapRecipe recipe = entries.recipe();
    if (recipe != null) {
      made.bootstrap(recipe);
    }
    made.postgresql(entries);
    return made.comments;
  }

  private void bootstrap(BootstrapRecipe recipe) {
    comments.put(
        "bootstrap",
        "Read only while a cluster is made: the DCS does not know it, and the data directory of the"
            + " member is empty. At any other time this section has no effect.");
    comments.put(
        "bootstrap.dcs",
        "Patroni needs it, and no file has it. The new cluster starts with it as its dynamic"
            + " configuration: put archive_mode, archive_command and the rest here.");
    String section = "bootstrap." + recipe.method() + ".";
    comments.put(section + "command", command());
    comments.put(
        section + "no_params",
        "Without this Patroni appends --scope and --datadir, which " + label() + " refuses.");
    comments.put(
        section + "keep_existing_recovery_conf",
        "pgBackRest writes restore_command, the target and recovery.signal for PostgreSQL; without"
            + " this Patroni would take them away.");
    comments.put(
        section + "recovery_conf",
        "What PostgreSQL recovers with; Patroni writes it after the restore."
            + (request.target().isLatest()
                ? ""
                : " Without the action promote PostgreSQL would pause at the target and never be"
                    + " primary."));
  }

  private String command() {
    boolean latest = request.target().isLatest();
    return switch (request.tool()) {
      case PGBACKREST ->
          "Restores into pg1-path of pgBackRest's own configuration, which has to be data_dir."
              + (latest
                  ? ""
                  : " The target belongs here: pgBackRest writes it for PostgreSQL. Without the"
                      + " action promote PostgreSQL would shut down there and Patroni give up.");
      case WAL_G ->
          "Unpacks the backup into the data directory."
              + (program.prefix().startsWith("envdir ")
                  ? ""
                  : " WAL-G takes its settings from the environment of Patroni or from .walg.json in"
                      + " the home of the user who runs it.");
      case BARMAN ->
          "Barman copies the backup to the one machine that is named here, whichever member runs"
              + " this: start Patroni on that machine first, and alone. The users of PostgreSQL and"
              + " Barman have to reach each other's machine by ssh without a password.";
    };
  }

  private void postgresql(FragmentEntries entries) {
    comments.put(
        "postgresql." + RestoreCommandStep.section(site.node()),
        "For a data directory that was restored by hand, and for replicas. Patroni starts both with"
            + " what stands here, and takes what the tool wrote into postgresql.auto.conf away."
            + " Every member needs it, and it may stay for good: replicas then catch up from the"
            + " archive. Before PostgreSQL 14 a running replica is restarted when Patroni reads"
            + " it.");
    if (request.tool() == BackupTool.BARMAN) {
      comments.put(
          "postgresql",
          "There is no method for replicas here: its command would name one machine, and a replica"
              + " made elsewhere would overwrite that one. Patroni makes them with pg_basebackup.");
      return;
    }
    if (entries.hasReplicaMethod()) {
      comments.put(
          "postgresql", "create_replica_methods has a method with " + label() + " already.");
      return;
    }
    comments.put(
        "postgresql.create_replica_methods",
        "New replicas come from the backup, and by the other methods if that fails. This may stay"
            + " for good, too.");
    String section = "postgresql." + entries.replicaMethod() + ".";
    comments.put(
        section + "command",
        request.tool() == BackupTool.PGBACKREST
            ? "Without --type=standby a replica would keep recovery.signal, which acts at a restart"
                + " after it became primary."
            : "WAL-G restores into an empty data directory only, so there is no keep_data: Patroni"
                + " empties it before.");
    comments.put(
        section + "keep_data",
        "Patroni leaves the files that are there, and --delta copies what differs.");
    comments.put(
        section + "no_params",
        "Without this Patroni appends arguments that " + label() + " refuses.");
  }

  private String label() {
    return request.tool().label();
  }
}

package io.patronilint.rules.restore;

import io.patronilint.core.workspace.DcsState;
import io.patronilint.rules.support.StandbyClusters;
import java.util.ArrayList;
import java.util.List;

/** What has to be settled before a plan can be followed. */
final class OpenItems {

  private final List<String> items = new ArrayList<>();

  OpenItems(Site site, RestoreRequest request) {
    if (site.dcs() == DcsState.UNKNOWN) {
      items.add(
          "Does the DCS still know the cluster? `patronictl list` shows its members, or says that"
              + " it is uninitialized. Ask again with --dcs kept or --dcs wiped; the steps are"
              + " those for kept.");
    }
    if (site.scope().isEmpty()) {
      items.add("No file names the scope; SCOPE stands for it.");
    }
    if (site.dataDirectory().isEmpty()) {
      items.add("No file names postgresql.data_dir; PGDATA stands for it.");
    }
    if (site.program() == null) {
      items.add(unrecognised(site));
    }
    if (!RestorePlan.mayLead(site.node())) {
      items.add(
          "The tags of "
              + site.node().name()
              + " keep it from becoming primary (nofailover, failover_priority: 0). Restore another"
              + " member first (--member), or take the tag out until the restore is done.");
    }
    if (StandbyClusters.of(site.node()).isPresent()) {
      items.add(
          "standby_cluster in the dynamic configuration makes the restored member follow another"
              + " cluster instead of becoming primary. Take it out first if this cluster is to"
              + " lead.");
    }
    if (request.onto() == RestoreRequest.Onto.NEW) {
      items.addAll(NewMachines.open(site));
    }
  }

  private static String unrecognised(Site site) {
    return site.restoreCommand() == null
        ? "No restore_command, archive_command, bootstrap or replica method and no stanza of"
            + " pgbackrest.conf shows which backup tool is in use; the steps name no command of it."
        : "The backup tool behind '"
            + site.restoreCommand()
            + "' is not one that is known (pgBackRest, WAL-G, Barman); the steps name no command of"
            + " it.";
  }

  void add(String item) {
    items.add(item);
  }

  List<String> list() {
    return items;
  }
}

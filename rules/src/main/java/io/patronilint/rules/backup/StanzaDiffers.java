package io.patronilint.rules.backup;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.StanzaUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags commands of one cluster that use different stanzas of pgBackRest.
 *
 * <p>All members of a cluster are one database for pgBackRest. Only a custom bootstrap and a
 * standby cluster may read the stanza of another cluster.
 */
public final class StanzaDiffers implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/stanza-differs",
          Severity.ERROR,
          "Commands of one cluster use different stanzas",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    List<StanzaUse> archiving = new ArrayList<>();
    for (Node node : cluster.nodes()) {
      List<StanzaUse> uses = effective(node);
      List<StanzaUse> own = uses.stream().filter(u -> u.role() == StanzaUse.Role.ARCHIVE).toList();
      if (own.size() == 1) {
        withinNode(own.get(0), uses, findings);
        archiving.add(own.get(0));
      }
    }
    archiving.sort((a, b) -> a.location().file().path().compareTo(b.location().file().path()));
    for (StanzaUse use : archiving) {
      StanzaUse first = archiving.get(0);
      if (!use.stanza().equals(first.stanza())) {
        betweenNodes(cluster, first, use, findings);
      }
    }
  }

  /** Leaves out what the local configuration overrides and what may name another cluster. */
  private static List<StanzaUse> effective(Node node) {
    DynamicConfig dynamic = DynamicConfig.of(node);
    Optional<ConfigNode> standby =
        dynamic
            .at("standby_cluster")
            .or(() -> node.local().at("bootstrap", "dcs", "standby_cluster"));
    boolean standbyCluster = standby.filter(ConfigNode::truthy).isPresent();
    List<StanzaUse> uses = new ArrayList<>();
    for (StanzaUse use : StanzaUse.of(node)) {
      boolean source =
          use.role() == StanzaUse.Role.SOURCE || use.role() == StanzaUse.Role.BOOTSTRAP;
      boolean fromElsewhere = standbyCluster && use.role() != StanzaUse.Role.ARCHIVE;
      if (!source && !fromElsewhere && !overridden(use, node, dynamic)) {
        uses.add(use);
      }
    }
    return uses;
  }

  private static boolean overridden(StanzaUse use, Node node, DynamicConfig dynamic) {
    boolean bootstrap = use.path().startsWith("bootstrap.dcs.");
    boolean shared = bootstrap || !node.local().files().contains(use.location().file());
    if (!shared) {
      return false;
    }
    if (bootstrap && dynamic.source() != DynamicConfig.Source.BOOTSTRAP) {
      return true;
    }
    boolean local =
        use.role() == StanzaUse.Role.ARCHIVE
            ? node.local().at("postgresql", "parameters", "archive_command").isPresent()
            : node.local().at("postgresql", "recovery_conf").isPresent();
    return local && use.role() != StanzaUse.Role.REPLICA;
  }

  private static void withinNode(StanzaUse archive, List<StanzaUse> uses, Findings findings) {
    for (StanzaUse use : uses) {
      if (use.stanza().equals(archive.stanza())) {
        continue;
      }
      findings.add(
          Finding.at(use.location())
              .path(use.path())
              .severity(Severity.WARNING)
              .related(archive.location(), "WAL goes to the stanza " + archive.stanza()),
          "This command reads the stanza "
              + use.stanza()
              + ", but the cluster archives to "
              + archive.stanza()
              + ". A replica gets the backup or the WAL of another database and cannot follow the"
              + " primary.");
    }
  }

  private static void betweenNodes(
      Cluster cluster, StanzaUse first, StanzaUse use, Findings findings) {
    findings.add(
        Finding.at(use.location())
            .path(use.path())
            .related(first.location(), "another member archives to " + first.stanza())
            .fix(oneStanza(cluster.nodes().get(0))),
        "This member archives to the stanza "
            + use.stanza()
            + ", another member of the cluster to "
            + first.stanza()
            + ". After a failover the WAL continues in the other stanza: backups and point-in-time"
            + " recovery are broken.");
  }

  /** No file says which stanza holds the backups, so the choice is left to the operator. */
  private static Fix oneStanza(Node node) {
    String command = "pgbackrest --stanza=STANZA archive-push %p";
    return new Fix(
        "one-stanza",
        "Use one stanza on all members",
        Safety.DISPLAY,
        List.of(),
        List.of(
            "pgbackrest info",
            Patronictl.set(node, "postgresql.parameters.archive_command", command)),
        List.of(
            "STANZA is the one that has the backups, as pgbackrest info shows; its name must not be"
                + " a member's.",
            "A member's own archive_command comes before the dynamic one: take it out of each"
                + " file, and give restore_command the same stanza.",
            "pgbackrest.conf of every member needs a section for it.",
            "Take a full backup afterwards."));
  }
}

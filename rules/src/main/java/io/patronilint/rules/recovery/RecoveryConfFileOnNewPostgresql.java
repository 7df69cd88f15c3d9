package io.patronilint.rules.recovery;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ShellQuoting;
import java.util.List;

/**
 * Flags recovery.conf in a data directory of PostgreSQL 12 or newer.
 *
 * <p>PostgreSQL refuses to start as long as the file is there. {@code
 * ConfigHandler.write_recovery_conf} of Patroni does not remove it when it starts a follower.
 */
public final class RecoveryConfFileOnNewPostgresql implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/recovery-conf-file-on-new-postgresql",
          Severity.ERROR,
          "PostgreSQL 12 and newer do not start while recovery.conf is there",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DataDirectory data = node.dataDirectory();
    if (data == null || !node.target().postgresqlAtLeast(12)) {
      return;
    }
    String file = ShellQuoting.word(DataState.path(node) + "/recovery.conf");
    String aside = ShellQuoting.word(DataState.path(node) + "/recovery.conf.old");
    data.file("recovery.conf")
        .ifPresent(
            f ->
                findings.add(
                    Finding.at(Location.of(f))
                        .fix(
                            new Fix(
                                "move-aside",
                                "Move recovery.conf aside",
                                Safety.DISPLAY,
                                List.of(),
                                List.of("mv " + file + " " + aside),
                                List.of(
                                    "Settings that are still wanted belong in"
                                        + " postgresql.recovery_conf."))),
                    "PostgreSQL will not start: recovery.conf is not supported since version 12,"
                        + " and Patroni leaves the file where it is."));
  }
}

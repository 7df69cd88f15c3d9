package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.edit.ConfEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ConfigFixes;
import java.util.Locale;

/**
 * Flags a recovery parameter in PostgreSQL's own configuration that the version does not have any
 * more.
 *
 * <p>PostgreSQL 12 took standby_mode, trigger_file and pause_at_recovery_target away with
 * recovery.conf, PostgreSQL 16 promote_trigger_file. Patroni includes postgresql.base.conf as it
 * is.
 */
public final class RemovedParameterInConf implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/removed-parameter-in-conf",
          Severity.ERROR,
          "PostgreSQL does not start with a recovery parameter that it no longer has",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DataDirectory data = node.dataDirectory();
    if (data == null) {
      return;
    }
    String name = data.has("postgresql.base.conf") ? "postgresql.base.conf" : "postgresql.conf";
    data.file(name).ifPresent(file -> check(node, file, findings));
  }

  private static void check(Node node, SourceFile file, Findings findings) {
    for (ConfEntry entry : file.conf().entries()) {
      int since =
          switch (entry.name().toLowerCase(Locale.ROOT)) {
            case "standby_mode", "trigger_file", "pause_at_recovery_target" -> 12;
            case "promote_trigger_file" -> 16;
            default -> 0;
          };
      if (since > 0
          && entry.kind() == ConfEntry.Kind.ASSIGNMENT
          && node.target().postgresqlAtLeast(since)) {
        report(file, entry, since, findings);
      }
    }
  }

  private static void report(SourceFile file, ConfEntry entry, int since, Findings findings) {
    Finding.Builder finding = Finding.at(new Location(file, entry.span())).path(entry.name());
    ConfigFixes.of(
            "remove-line",
            "Remove " + entry.name() + " from " + file.name(),
            Safety.SAFE,
            ConfEditor.remove(file, entry))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "PostgreSQL "
            + since
            + " and later have no "
            + entry.name()
            + " and do not start: \"unrecognized configuration parameter\". Patroni includes this"
            + " file as it is.");
  }
}

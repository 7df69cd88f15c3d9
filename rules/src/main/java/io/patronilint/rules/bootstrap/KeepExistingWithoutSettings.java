package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.StandbyClusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Flags {@code keep_existing_recovery_conf} with a tool that leaves no recovery settings to keep.
 *
 * <p>{@code wal-g backup-fetch} and its like only unpack files. Without a signal file PostgreSQL
 * does crash recovery from pg_wal, which such a backup does not contain.
 */
public final class KeepExistingWithoutSettings implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/keep-existing-without-settings",
          Severity.ERROR,
          "The bootstrap keeps recovery settings that its tool does not write",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    ConfigNode section = method == null ? null : method.section();
    if (method == null
        || section == null
        || !method.keepsRecoveryConf()
        || method.recoveryConf().isPresent()) {
      return;
    }
    RestoreCall call = method.command().flatMap(RestoreCall::of).orElse(null);
    ConfigNode keep = section.child("keep_existing_recovery_conf").orElse(section);
    ConfigNode command = section.child("command").orElse(section);
    boolean alone = call != null && call.line().calls().size() == 1;
    if (call == null || !alone || call.tool().writesRecoverySettings()) {
      return;
    }
    Finding.Builder finding =
        Finding.at(keep.keyLocation())
            .path(keep.path())
            .related(command.valueLocation(), "this only unpacks the backup");
    call.restoreCommand().flatMap(c -> fix(section, keep, c)).ifPresent(finding::fix);
    findings.add(
        finding,
        call.tool().program()
            + " writes neither recovery settings nor recovery.signal, so there is nothing for "
            + "keep_existing_recovery_conf to keep. PostgreSQL does not look into the archive and"
            + " stops with \"could not locate required checkpoint record\"; the bootstrap fails.");
  }

  private static Optional<Fix> fix(ConfigNode section, ConfigNode keep, String command) {
    Map<String, Object> conf = new LinkedHashMap<>();
    conf.put("restore_command", command);
    conf.put("recovery_target_timeline", "latest");
    conf.put("recovery_target_action", "promote");
    List<Object> path = new ArrayList<>(section.keys());
    path.add("recovery_conf");
    EditResult added = YamlEditor.set(section.file(), path, conf);
    EditResult removed = YamlEditor.remove(keep.file(), keep.keys());
    if (!added.possible() || !removed.possible()) {
      return Optional.empty();
    }
    List<FileEdit> edits = new ArrayList<>(removed.edits());
    edits.addAll(added.edits());
    return Optional.of(
        Fix.of(
            "recovery-conf",
            "Give " + section.key() + " a recovery_conf instead",
            Safety.UNSAFE,
            edits));
  }
}

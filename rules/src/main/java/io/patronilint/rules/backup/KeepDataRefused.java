package io.patronilint.rules.backup;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.RestoreTool;
import io.patronilint.rules.support.YamlFix;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags {@code keep_data} of a replica method whose restore refuses a directory that is not empty.
 *
 * <p>{@code Bootstrap.create_replica} then leaves the directory as it is. pgBackRest needs {@code
 * --delta} or {@code --force} to restore into it, WAL-G never does, and WAL-E unpacks over it.
 */
public final class KeepDataRefused implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/keep-data-refused",
          Severity.WARNING,
          "The restore refuses the data directory that keep_data leaves in place",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode keep = method.option("keep_data").filter(ConfigNode::truthy).orElse(null);
      ConfigNode command = method.option("command").orElse(null);
      RestoreCall call =
          command == null ? null : command.text().flatMap(RestoreCall::of).orElse(null);
      if (keep == null || command == null || call == null || call.line().calls().size() != 1) {
        continue;
      }
      if (call.tool() == RestoreTool.PGBACKREST) {
        if (!mergesFiles(call, node)) {
          pgBackRest(node, keep, command, call, findings);
        }
      } else if (call.tool() == RestoreTool.WAL_G || call.tool() == RestoreTool.WAL_E) {
        walG(node, keep, call, findings);
      }
    }
  }

  private static boolean mergesFiles(RestoreCall call, Node node) {
    return isOn(call, "delta", node) || isOn(call, "force", node);
  }

  private static boolean isOn(RestoreCall call, String option, Node node) {
    if (call.call().hasOption(option)) {
      return true;
    }
    @Nullable String value = call.option(option, node.pgbackrest()).orElse(null);
    return "y".equals(value);
  }

  private static void pgBackRest(
      Node node, ConfigNode keep, ConfigNode command, RestoreCall call, Findings findings) {
    String text = command.text().orElse("");
    int end = call.verbEnd();
    Finding.Builder finding =
        Finding.at(command.valueLocation())
            .path(command.path())
            .related(keep.keyLocation(), "this leaves the files where they are");
    new ConfigFixes(node)
        .replace(
            "delta",
            "Restore with --delta",
            Safety.UNSAFE,
            command,
            text.substring(0, end) + " --delta" + text.substring(end))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "keep_data leaves the files of the data directory in place, and pgbackrest restore without"
            + " --delta refuses them: \"unable to restore to path because it contains files\"."
            + " Reinitialising a member fails at first; Patroni then removes the directory all the"
            + " same, and the next method or the next try copies everything.");
  }

  private static void walG(Node node, ConfigNode keep, RestoreCall call, Findings findings) {
    Finding.Builder finding = Finding.at(keep.keyLocation()).path(keep.path());
    Optional<String> live =
        Patronictl.dynamicPath(keep).map(path -> Patronictl.set(node, path, false));
    YamlFix.of(
            YamlEditor.remove(keep.file(), keep.keys()),
            "remove-keep-data",
            "Remove keep_data",
            Safety.UNSAFE,
            live)
        .ifPresent(finding::fix);
    findings.add(
        finding,
        call.tool() == RestoreTool.WAL_E
            ? "wal-e backup-fetch unpacks over the files that keep_data leaves in the data directory:"
                + " what the backup does not have stays, and the replica is a mixture of both."
            : "wal-g backup-fetch restores into an empty directory only, and keep_data leaves the"
                + " files of the data directory in place. Reinitialising a member fails at first;"
                + " Patroni then removes the directory all the same, and the next method or try"
                + " copies everything.");
  }
}

package io.patronilint.rules.dynamic;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.rules.support.YamlFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags settings in {@code standby_cluster} that Patroni does not read there.
 *
 * <p>Source: {@code Config.__DEFAULT_CONFIG} lists the seven that count, {@code
 * Config._safe_copy_dynamic_configuration} and {@code RemoteMember.ALLOWED_KEYS} drop all others.
 */
public final class UnknownStandbyClusterKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/unknown-standby-cluster-key",
          Severity.ERROR,
          "A setting in standby_cluster has no effect there",
          Safety.UNSAFE);

  private static final Set<String> KNOWN =
      Set.of(
          "host",
          "port",
          "primary_slot_name",
          "create_replica_methods",
          "restore_command",
          "archive_cleanup_command",
          "recovery_min_apply_delay");

  /** What is read in the section {@code postgresql} beside it. */
  private static final Set<String> OF_POSTGRESQL =
      Set.of(
          "parameters",
          "pg_hba",
          "pg_ident",
          "recovery_conf",
          "use_pg_rewind",
          "use_slots",
          "remove_data_directory_on_rewind_failure",
          "remove_data_directory_on_diverged_timelines");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() == FileKind.DYNAMIC) {
      String command = "patronictl edit-config --force --replace " + ShellQuoting.word(file.path());
      ConfigTree.of(file)
          .at("standby_cluster")
          .ifPresent(s -> check(s, List.of(), Optional.of(command), null, findings));
    }
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    node.local()
        .at("bootstrap", "dcs", "standby_cluster")
        .ifPresent(s -> check(s, List.of("bootstrap", "dcs"), Optional.empty(), node, findings));
  }

  private static void check(
      ConfigNode standby,
      List<String> root,
      Optional<String> command,
      @Nullable Node node,
      Findings findings) {
    if (!standby.isMapping()) {
      return;
    }
    List<String> methods =
        standby.child("create_replica_methods").map(ConfigNode::children).orElse(List.of()).stream()
            .map(item -> item.text().orElse(""))
            .toList();
    for (ConfigNode setting : standby.children()) {
      if (KNOWN.contains(setting.key()) || methods.contains(setting.key())) {
        continue;
      }
      Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
      fix(setting, root, node == null ? command : Patronictl.moveToPostgresql(node, setting))
          .ifPresent(finding::fix);
      findings.add(finding, message(setting));
    }
  }

  private static String message(ConfigNode setting) {
    return "Patroni does not read "
        + setting.key()
        + " in standby_cluster, so it has no effect"
        + (OF_POSTGRESQL.contains(setting.key())
            ? "; it belongs to the section postgresql beside standby_cluster."
            : ". Only host, port, primary_slot_name, create_replica_methods, restore_command,"
                + " archive_cleanup_command and recovery_min_apply_delay count there.");
  }

  private static Optional<Fix> fix(
      ConfigNode setting, List<String> root, Optional<String> command) {
    if (!OF_POSTGRESQL.contains(setting.key())) {
      return Optional.empty();
    }
    List<Object> to = new ArrayList<>(root);
    to.add("postgresql");
    to.add(setting.key());
    return YamlFix.of(
        YamlEditor.move(setting.file(), setting.keys(), to),
        "move-to-postgresql",
        "Move " + setting.key() + " to the section postgresql",
        Safety.UNSAFE,
        command);
  }
}

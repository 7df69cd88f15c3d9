package io.patronilint.rules.backup;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.EditDistance;
import io.patronilint.rules.support.FetchCommand;
import io.patronilint.rules.support.RestoreTool;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags a replica method that has no command, so that Patroni runs its name as a program.
 *
 * <p>Source: {@code Bootstrap.create_replica}: the command is by default the method's name, and
 * gets {@code --scope}, {@code --role}, {@code --datadir} and {@code --connstring}.
 */
public final class ReplicaMethodWithoutCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/replica-method-without-command",
          Severity.ERROR,
          "A replica method has no command, so Patroni runs its name as a program",
          Safety.UNSAFE);

  /** Names that are those of a program which rejects Patroni's arguments, or of no program. */
  private static final Set<String> CERTAIN =
      Set.of(
          "pgbackrest",
          "pg_backrest",
          "wal-g",
          "wal_g",
          "walg",
          "wal-e",
          "wal_e",
          "wale",
          "barman",
          "pg_probackup",
          "probackup",
          "tar",
          "rsync",
          "cp");

  /**
   * Programs that were seen to print a help text and end well if they are called without arguments.
   */
  private static final Set<String> PRINTS_HELP = Set.of("pgbackrest");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    boolean known =
        node.dcs() == DcsState.WIPED
            || DynamicConfig.of(node).source() == DynamicConfig.Source.GIVEN;
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      boolean usable =
          method.section() == null || method.section().isMapping() || method.section().isNull();
      boolean own = method.name().indexOf('/') >= 0 || method.name().indexOf('.') >= 0;
      boolean certain = CERTAIN.contains(method.name());
      if (usable
          && !own
          && !insideStandbyCluster(node, method)
          && method.option("command").isEmpty()
          && !Templates.unrendered(method.name())
          && (known || certain)) {
        report(node, method, known && certain, findings);
      }
    }
  }

  /** Another rule reports the method that is defined there. */
  private static boolean insideStandbyCluster(Node node, ReplicaMethod method) {
    return Sections.dynamic(node).stream()
        .anyMatch(root -> root.at("standby_cluster", method.name()).isPresent());
  }

  private static void report(Node node, ReplicaMethod method, boolean certain, Findings findings) {
    ConfigNode section = method.section();
    Finding.Builder finding =
        Finding.at(method.listed().valueLocation())
            .path(method.listed().path())
            .severity(certain ? Severity.ERROR : Severity.WARNING);
    if (section != null) {
      finding.related(section.keyLocation(), "this has no command");
      command(node, section).ifPresent(finding::fix);
    } else {
      renamed(node, method).ifPresent(finding::fix);
    }
    boolean bare = method.option("no_params").filter(ConfigNode::truthy).isPresent();
    String options = bare ? "" : " --scope=… --role=replica --datadir=… --connstring=…";
    findings.add(
        finding,
        (section == null
                ? "postgresql has no section " + method.name()
                : section.path() + " has no command")
            + ", so Patroni runs \""
            + method.name()
            + options
            + "\". "
            + (bare && PRINTS_HELP.contains(method.name())
                ? "That prints a help text and succeeds, and Patroni takes the empty directory for a"
                    + " replica, again and again."
                : (certain ? "That fails" : "Unless that is a program of yours, it fails")
                    + ", and the next method in the list, if any, makes the replica."));
  }

  /** Gives the section the call of the tool that {@code restore_command} fetches WAL with. */
  private static Optional<Fix> command(Node node, ConfigNode section) {
    BackupProgram program =
        ServerCommand.of(node, Set.of("restore_command")).stream()
            .map(ServerCommand::value)
            .findFirst()
            .or(() -> FetchCommand.of(node))
            .flatMap(BackupProgram::of)
            .orElse(null);
    if (program == null || program.tool() != RestoreTool.PGBACKREST || !section.isMapping()) {
      return Optional.empty();
    }
    return ConfigFixes.of(
        "add-command",
        "Let pgBackRest restore the replica",
        Safety.UNSAFE,
        YamlEditor.set(
            section.file(),
            Stream.concat(section.keys().stream(), Stream.of("command")).toList(),
            program.prefix() + " --type=standby restore"));
  }

  /** Renames the only section with a command that is not listed and has nearly the right name. */
  private static Optional<Fix> renamed(Node node, ReplicaMethod method) {
    List<String> listed = ReplicaMethod.of(node).stream().map(ReplicaMethod::name).toList();
    List<ConfigNode> near =
        Sections.postgresql(node).stream()
            .flatMap(p -> p.children().stream())
            .filter(c -> c.isMapping() && c.child("command").isPresent())
            .filter(c -> !listed.contains(c.key()))
            .filter(c -> EditDistance.within(c.key(), method.name(), 2))
            .toList();
    if (near.size() != 1) {
      return Optional.empty();
    }
    ConfigNode section = near.get(0);
    return ConfigFixes.of(
        "rename-section",
        "Rename " + section.path() + " to " + method.name(),
        Safety.UNSAFE,
        YamlEditor.rename(section.file(), section.keys(), method.name()));
  }
}

package io.patronilint.rules.restore;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.observed.ClusterMember;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.FetchCommand;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that is to be restored, as its files show it.
 *
 * @param cluster the cluster
 * @param node the member that is restored first
 * @param others the names of the members that are known besides
 * @param restoreCommand the command that fetches WAL, or null if nothing shows it
 * @param program the backup tool, or null if it is not recognised
 */
record Site(
    Cluster cluster,
    Node node,
    List<String> others,
    @Nullable String restoreCommand,
    @Nullable BackupProgram program) {

  Site {
    others = List.copyOf(others);
  }

  /** Looks at {@code cluster}, of which {@code node} is restored first. */
  static Site of(Cluster cluster, Node node) {
    List<String> others = new ArrayList<>();
    cluster.nodes().stream()
        .map(Node::name)
        .filter(n -> !n.equals(node.name()))
        .forEach(others::add);
    node.memberList().map(MemberList::members).orElse(List.of()).stream()
        .map(ClusterMember::name)
        .filter(n -> !n.equals(node.name()) && !others.contains(n))
        .forEach(others::add);
    String command = restoreCommand(node).orElse(null);
    return new Site(
        cluster,
        node,
        others,
        command,
        command == null ? null : BackupProgram.of(command).orElse(null));
  }

  /** What is in force counts first, then what is written anywhere, then what can be worked out. */
  private static Optional<String> restoreCommand(Node node) {
    return RecoverySettings.of(node)
        .restoreCommand(node)
        .map(RecoverySettings.RestoreCommand::value)
        .filter(text -> !Templates.unrendered(text))
        .or(
            () ->
                ServerCommand.of(node, Set.of("restore_command")).stream()
                    .map(ServerCommand::value)
                    .findFirst())
        .or(() -> FetchCommand.of(node));
  }

  /** Returns the effective value that {@code keys} lead to; empty if it is yet to be filled in. */
  Optional<String> text(String... keys) {
    return EffectiveConfig.of(node)
        .at(keys)
        .flatMap(Value::text)
        .filter(text -> !text.isEmpty() && !Templates.unrendered(text));
  }

  /** Tells whether there is no configuration of Patroni. */
  boolean isBlank() {
    return node.name().isEmpty();
  }

  String scope() {
    return text("scope").orElse("");
  }

  /** Returns the data directory; empty if it is not known. */
  String dataDirectory() {
    return text("postgresql", "data_dir").orElse("");
  }

  /** Returns the data directory as a shell reads it. */
  String dataWord() {
    String path = dataDirectory();
    return path.isEmpty() ? "PGDATA" : ShellQuoting.word(path);
  }

  /** Returns the option of patroni-lint that names pgbackrest.conf, with a blank before it. */
  String pgbackrestOption() {
    return node.pgbackrest() == null
        ? ""
        : " --pgbackrest-conf " + ShellQuoting.word(node.pgbackrest().path());
  }

  /** Returns {@code program} of PostgreSQL with its folder, where Patroni has it. */
  String postgresql(String program) {
    return text("postgresql", "bin_dir").map(folder -> folder + "/" + program).orElse(program);
  }

  /**
   * Returns what is known of the DCS. {@code patronictl list} shows it, too: the identifier of the
   * cluster or its members are there, or the cluster is called uninitialized.
   */
  DcsState dcs() {
    MemberList list = node.memberList().orElse(null);
    if (node.dcs() != DcsState.UNKNOWN || list == null) {
      return node.dcs();
    }
    if (list.systemIdentifier().isPresent() || !list.members().isEmpty()) {
      return DcsState.KEPT;
    }
    return list.uninitialised() ? DcsState.WIPED : DcsState.UNKNOWN;
  }

  /**
   * Tells whether backups bring WAL along ({@code archive-copy}), which can be mistaken for all the
   * WAL there is when Patroni starts a restored data directory.
   */
  boolean backupsBringWal() {
    if (node.pgbackrest() == null) {
      return false;
    }
    for (IniFile.Section section : node.pgbackrest().ini().sections()) {
      IniFile.Key key = section.find("archive-copy");
      if (key != null && key.value().equals("y")) {
        return true;
      }
    }
    return false;
  }
}

package io.patronilint.rules.support;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that names a stanza of pgBackRest.
 *
 * @param role what the command is for
 * @param stanza the stanza
 * @param call the call of pgBackRest
 * @param location the place of the command
 * @param path the dotted path of the command
 */
public record StanzaUse(
    Role role, String stanza, CommandCall call, Location location, String path) {

  /** What a command is for. */
  public enum Role {
    /** {@code archive_command}. */
    ARCHIVE,
    /** {@code restore_command} of followers. */
    RESTORE,
    /** {@code restore_command} of a standby cluster, or of a custom bootstrap. */
    SOURCE,
    /** A replica creation method. */
    REPLICA,
    /** The custom bootstrap method. */
    BOOTSTRAP
  }

  /** Returns all uses of {@code node}. */
  public static List<StanzaUse> of(Node node) {
    List<StanzaUse> uses = new ArrayList<>();
    for (ServerCommand command :
        ServerCommand.of(node, Set.of("archive_command", "restore_command"))) {
      add(
          uses,
          role(command),
          CommandLine.ofShell(command.value()),
          command.location(),
          command.path());
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      method.option("command").ifPresent(c -> addExec(uses, Role.REPLICA, c));
    }
    BootstrapMethod.of(node)
        .filter(BootstrapMethod::runs)
        .map(BootstrapMethod::section)
        .flatMap(s -> s.child("command"))
        .ifPresent(c -> addExec(uses, Role.BOOTSTRAP, c));
    return uses;
  }

  private static Role role(ServerCommand command) {
    if (command.name().equals("archive_command")) {
      return Role.ARCHIVE;
    }
    boolean postgresql = command.path().contains("postgresql.") || command.node() == null;
    return postgresql ? Role.RESTORE : Role.SOURCE;
  }

  private static void addExec(List<StanzaUse> uses, Role role, ConfigNode command) {
    Optional<String> text = command.text().filter(t -> !Templates.unrendered(t));
    text.ifPresent(
        t -> add(uses, role, CommandLine.ofExec(t), command.valueLocation(), command.path()));
  }

  private static void add(
      List<StanzaUse> uses, Role role, CommandLine line, Location location, String path) {
    if (line.problem() != null) {
      return;
    }
    for (CommandCall call : line.calls()) {
      String stanza = call.isPgBackRest() ? call.optionValue("stanza") : null;
      if (stanza != null && isName(stanza)) {
        uses.add(new StanzaUse(role, stanza, call, location, path));
      }
    }
  }

  /** Leaves out variables of the shell and the {@code <stanza>} of documentation. */
  private static boolean isName(String stanza) {
    return !stanza.isEmpty()
        && stanza.chars().noneMatch(c -> c == '$' || c == '`' || c == '<' || c == '%');
  }
}

package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.List;

/** Calls Barman, which runs on a host of its own, by ssh from a node. */
public final class BarmanCall {

  private BarmanCall() {}

  /** Returns the command that has {@code program}'s host run barman with {@code words}. */
  public static String of(BackupProgram program, String words) {
    String remote = "barman " + words;
    return "ssh " + program.prefix() + " " + ShellQuoting.word(remote);
  }

  /**
   * Returns the command that has a backup put into {@code directory} of {@code node}. PostgreSQL
   * fetches the WAL itself ({@code --get-wal}); otherwise it would be part of what is restored.
   */
  public static String restore(
      Node node, BackupProgram program, List<String> options, String backup, String directory) {
    String more = options.isEmpty() ? "" : String.join(" ", options) + " ";
    String ssh = ShellQuoting.word("ssh postgres@" + host(node));
    return of(
        program,
        "recover --get-wal --remote-ssh-command "
            + ssh
            + " "
            + more
            + ShellQuoting.word(program.repository())
            + " "
            + backup
            + " "
            + directory);
  }

  /** Returns the node's address as others see it. */
  private static String host(Node node) {
    String address =
        node.local()
            .at("postgresql", "connect_address")
            .flatMap(ConfigNode::text)
            .filter(text -> !Templates.unrendered(text))
            .orElse(node.name());
    int colon = address.lastIndexOf(':');
    return colon > 0 && address.indexOf(':') == colon ? address.substring(0, colon) : address;
  }
}

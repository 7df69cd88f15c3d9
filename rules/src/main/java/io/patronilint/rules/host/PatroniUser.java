package io.patronilint.rules.host;

import io.patronilint.core.host.Account;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.workspace.Node;
import java.util.Optional;

/** Finds out who runs Patroni. */
final class PatroniUser {

  private PatroniUser() {}

  /**
   * Returns the user that was named, else the owner of the data directory, unless that is root, as
   * whom PostgreSQL does not run.
   */
  static Optional<Account> of(Node node, Host host) {
    if (host.user().isPresent()) {
      return host.user();
    }
    return Setting.of(node, "postgresql", "data_dir")
        .filter(Setting::isAbsolute)
        .map(s -> host.file(s.text()))
        .filter(HostFile::isKnown)
        .map(f -> host.account(f.uid()))
        .filter(a -> !a.isRoot());
  }
}

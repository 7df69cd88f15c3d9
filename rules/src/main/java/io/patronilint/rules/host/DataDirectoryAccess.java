package io.patronilint.rules.host;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Account;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;

/**
 * Flags a data directory of which PostgreSQL refuses the owner or the mode.
 *
 * <p>Source: {@code checkDataDir} of PostgreSQL: the owner has to be the server's user, others may
 * have no right, the group only to read since version 11; {@code pg_ctl} and {@code initdb} refuse
 * root.
 */
public final class DataDirectoryAccess implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/data-directory-access",
          Severity.ERROR,
          "PostgreSQL refuses the owner or the mode of the data directory");

  private static final int BEYOND_GROUP_READ = 0027;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    Setting setting =
        Setting.of(node, "postgresql", "data_dir").filter(Setting::isAbsolute).orElse(null);
    HostFile folder = setting == null ? null : host.file(setting.text());
    if (setting == null || folder == null || !folder.isDirectory() || folder.uid() < 0) {
      return;
    }
    Account user = host.user().orElse(null);
    if (user != null && user.isRoot()) {
      findings.add(
          setting.finding(), "PostgreSQL does not run as root; Patroni has to be another user's.");
    } else if (user != null && user.uid() != folder.uid()) {
      findings.add(
          setting.finding(),
          setting.text()
              + " belongs to "
              + folder.owner()
              + ", not to "
              + user.name()
              + ": PostgreSQL does not start (data directory has wrong ownership).");
    } else if (folder.uid() == 0) {
      findings.add(
          setting.finding(),
          setting.text()
              + " belongs to root, as whom PostgreSQL does not run: it has to belong to the user of"
              + " Patroni.");
    } else if ((folder.mode() & BEYOND_GROUP_READ) != 0 && isCluster(setting.text(), host)) {
      findings.add(
          setting.finding(),
          setting.text()
              + " has the mode "
              + folder.octal()
              + ": PostgreSQL does not start unless it is 0700 or 0750 (data directory has invalid"
              + " permissions).");
    }
  }

  /** The mode of an empty one is set by initdb and by Patroni. */
  private static boolean isCluster(String path, Host host) {
    return !host.file(path + "/PG_VERSION").isAbsent();
  }
}

package io.patronilint.rules.host;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Access;
import io.patronilint.core.host.Account;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.host.Permissions;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags files that the configuration names and that Patroni or PostgreSQL cannot read.
 *
 * <p>Source: {@code RestApiServer.__init__} loads the certificates when Patroni starts; the clients
 * of the DCS and libpq open theirs at the first connection; PostgreSQL opens its own when it
 * starts.
 */
public final class MissingFile implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/missing-file",
          Severity.ERROR,
          "A file that the configuration names is not there, or may not be read");

  private static final List<String> CERTIFICATES = List.of("cacert", "cert", "key");

  private static final List<String> OF_USERS =
      List.of("sslcert", "sslkey", "sslrootcert", "sslcrl");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    Account user = PatroniUser.of(node, host).orElse(null);
    for (Setting setting : settings(node)) {
      HostFile file = host.file(setting.text());
      if (file.isAbsent()) {
        findings.add(
            setting.finding(),
            setting.path() + " names " + setting.text() + ", and there is no such file.");
      } else if (file.isDirectory()) {
        findings.add(
            setting.finding(), setting.path() + " names a directory: " + setting.text() + ".");
      } else if (user != null && isRefused(host, user, setting.text())) {
        findings.add(
            setting.finding(),
            user.name()
                + ", who runs Patroni, may not read "
                + setting.text()
                + " of "
                + file.owner()
                + ", mode "
                + file.octal()
                + ".");
      }
    }
  }

  private static boolean isRefused(Host host, Account user, String path) {
    return new Permissions(host, user).of(path, Permissions.Right.READ) == Access.DENIED;
  }

  private static List<Setting> settings(Node node) {
    List<Setting> all = new ArrayList<>();
    for (String name : List.of("certfile", "keyfile", "cafile", "cacert")) {
      add(all, node, "restapi", name);
      add(all, node, "ctl", name);
    }
    for (String name : CERTIFICATES) {
      for (String dcs : List.of("etcd", "etcd3", "consul", "zookeeper")) {
        add(all, node, dcs, name);
      }
    }
    for (String user : List.of("superuser", "replication", "rewind")) {
      for (String name : OF_USERS) {
        add(all, node, "postgresql", "authentication", user, name);
      }
    }
    add(all, node, "kubernetes", "cacert");
    add(all, node, "postgresql", "custom_conf");
    add(all, node, "watchdog", "device");
    for (String name : List.of("ssl_cert_file", "ssl_key_file", "ssl_ca_file", "hba_file")) {
      Setting.parameter(node, name).filter(Setting::isAbsolute).ifPresent(all::add);
    }
    return all;
  }

  private static void add(List<Setting> all, Node node, String... keys) {
    Setting.of(node, keys).filter(Setting::isAbsolute).ifPresent(all::add);
  }
}

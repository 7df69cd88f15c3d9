package io.patronilint.rules.host;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Flags files with secrets that more than their owner may read.
 *
 * <p>Source: {@code check_ssl_key_file_permissions} of PostgreSQL and {@code initialize_SSL} of
 * libpq refuse a private key that the group or others may read, but for a group of root's key.
 */
public final class ReadableSecret implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/readable-secret",
          Severity.ERROR,
          "A file that holds a secret may be read by others",
          Safety.DISPLAY);

  private static final int OTHERS = 0007;
  private static final int OTHERS_READ = 0004;
  private static final int GROUP_BEYOND_READ = 0030;
  private static final int GROUP = 0070;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    for (String user : List.of("superuser", "replication", "rewind")) {
      Setting.of(node, "postgresql", "authentication", user, "sslkey")
          .ifPresent(
              s -> key(s, host, "libpq refuses the key, and Patroni cannot connect", findings));
    }
    Setting.parameter(node, "ssl_key_file")
        .ifPresent(s -> key(s, host, "PostgreSQL refuses the key and does not start", findings));
    configuration(node, host, findings);
  }

  private static void key(Setting setting, Host host, String harm, Findings findings) {
    HostFile file = setting.isAbsolute() ? host.file(setting.text()) : null;
    if (file == null || file.kind() != HostFile.Kind.FILE) {
      return;
    }
    int refused = file.uid() == 0 ? OTHERS | GROUP_BEYOND_READ : OTHERS | GROUP;
    if ((file.mode() & refused) != 0) {
      findings.add(
          setting.finding().fix(chmod(setting.text())),
          setting.text() + " has the mode " + file.octal() + ": " + harm + ".");
    }
  }

  private static void configuration(Node node, Host host, Findings findings) {
    Set<SourceFile> seen = new HashSet<>();
    for (Known known : KeyWalk.of(node).known()) {
      ConfigNode setting = known.setting();
      String text = setting.text().orElse("");
      boolean secret = known.key().secret() && !text.isEmpty() && !Templates.unrendered(text);
      if (!secret || !seen.add(setting.file())) {
        continue;
      }
      HostFile file = host.file(setting.file().path());
      if (file.kind() == HostFile.Kind.FILE && (file.mode() & OTHERS_READ) != 0) {
        findings.add(
            Finding.at(Location.of(setting.file()))
                .severity(Severity.WARNING)
                .related(setting.keyLocation(), "a secret")
                .fix(chmod(setting.file().path())),
            setting.file().path()
                + " has the mode "
                + file.octal()
                + ": every user of the machine can read the passwords in it.");
      }
    }
  }

  private static Fix chmod(String path) {
    return new Fix(
        "chmod",
        "Take the rights of the others away",
        Safety.DISPLAY,
        List.of(),
        List.of("chmod go= " + ShellQuoting.word(path)),
        List.of("The file has to belong to the user who runs Patroni."));
  }
}

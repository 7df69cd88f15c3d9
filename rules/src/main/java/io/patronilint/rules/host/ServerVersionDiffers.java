package io.patronilint.rules.host;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Host;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Flags a bin_dir of another major version than the cluster in the data directory.
 *
 * <p>Source: PostgreSQL compares {@code PG_VERSION} with its own version when it starts. The
 * version of the programs is taken from the directory's name, as Debian and the PGDG packages have
 * it: nothing is run.
 */
public final class ServerVersionDiffers implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/server-version-differs",
          Severity.ERROR,
          "The programs and the data directory are of different versions of PostgreSQL");

  private static final int LONGEST = 16;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    Setting programs = Setting.of(node, "postgresql", "bin_dir").orElse(null);
    Setting data = Setting.of(node, "postgresql", "data_dir").orElse(null);
    if (programs == null || data == null || !data.isAbsolute()) {
      return;
    }
    String server = version(programs.text());
    String cluster = read(host, data.text() + "/PG_VERSION");
    if (!server.isEmpty() && !cluster.isEmpty() && !server.equals(cluster)) {
      findings.add(
          programs.finding().related(data.place(), "this cluster is of version " + cluster),
          "bin_dir has PostgreSQL "
              + server
              + ", but the data directory is of version "
              + cluster
              + ": the server does not start (database files are incompatible with server).");
    }
  }

  /** Reads {@code /usr/lib/postgresql/15/bin} and {@code /usr/pgsql-15/bin}. */
  private static String version(String folder) {
    String path = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    if (!path.endsWith("/bin")) {
      return "";
    }
    String above = path.substring(0, path.length() - "/bin".length());
    String name = above.substring(above.lastIndexOf('/') + 1);
    boolean debian = above.endsWith("/postgresql/" + name);
    String number = name.startsWith("pgsql-") ? name.substring("pgsql-".length()) : name;
    boolean named = debian || name.startsWith("pgsql-");
    return named
            && !number.isEmpty()
            && number.chars().allMatch(c -> c == '.' || Character.isDigit(c))
        ? number
        : "";
  }

  private static String read(Host host, String path) {
    try (InputStream in = host.open(path).orElse(InputStream.nullInputStream())) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      return "";
    }
  }
}

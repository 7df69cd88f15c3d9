package io.patronilint.rules.bootstrap;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigDifference;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.schemas.keys.RootKeys;
import java.util.List;
import java.util.Locale;

/** Knows the keys of the dynamic configuration, and which values may be shown. */
final class DynamicKeys {

  private DynamicKeys() {}

  /**
   * Tells whether Patroni takes the setting at {@code path} from the dynamic configuration.
   *
   * <p>Source: {@code Config._safe_copy_dynamic_configuration} and {@code GlobalConfig}.
   */
  static boolean known(List<String> path) {
    if (!path.get(0).equals("postgresql")) {
      return RootKeys.dynamic().contains(path.get(0));
    }
    return path.size() == 1 || !RootKeys.localPostgresql().contains(path.get(1));
  }

  /** Tells whether the value at {@code path} may hold a secret, so that it is not repeated. */
  static boolean secret(List<String> path) {
    String name = path.get(path.size() - 1).toLowerCase(Locale.ROOT);
    return List.of("pass", "secret", "token", "conninfo", "credential").stream()
        .anyMatch(name::contains);
  }

  /** Returns both values in brackets where they are short and no secret, else nothing. */
  static String values(ConfigDifference difference) {
    ConfigNode other = difference.other();
    if (other == null || secret(difference.path())) {
      return "";
    }
    String mine = difference.node().text().orElse("");
    String theirs = other.text().orElse("");
    boolean shown = !mine.isEmpty() && !theirs.isEmpty() && mine.length() + theirs.length() <= 40;
    return shown ? " (" + mine + " here, " + theirs + " there)" : "";
  }

  /** Returns the path of the copy of the dynamic configuration, quoted for a shell. */
  static String cache(Node node) {
    DataDirectory data = node.dataDirectory();
    String folder =
        node.local()
            .at("postgresql", "data_dir")
            .flatMap(ConfigNode::text)
            .orElse(data == null ? "" : data.path());
    return ShellQuoting.word(folder + "/patroni.dynamic.json");
  }
}

package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.Version;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a node and where they were found.
 *
 * @param patroni version of Patroni, or null
 * @param postgresql major version of PostgreSQL, or null
 * @param source where they are from, for reports; empty if nothing is known
 */
public record Versions(@Nullable Version patroni, @Nullable Version postgresql, String source) {

  static Versions of(Target asked, ConfigTree local, @Nullable DataDirectory data) {
    if (asked.postgresql() != null) {
      return new Versions(asked.patroni(), asked.postgresql(), "options");
    }
    String fromFile = data == null ? null : data.version();
    if (data != null && fromFile != null && Version.parse(fromFile).isPresent()) {
      Version found = Version.parse(fromFile).orElseThrow();
      return new Versions(asked.patroni(), found, data.path() + "/PG_VERSION");
    }
    for (String key : List.of("bin_dir", "data_dir")) {
      ConfigNode setting = local.at("postgresql", key).orElse(null);
      Version found = setting == null ? null : inPath(setting.text().orElse("")).orElse(null);
      if (found != null) {
        return new Versions(asked.patroni(), found, "postgresql." + key);
      }
    }
    return new Versions(asked.patroni(), null, asked.patroni() == null ? "" : "options");
  }

  /** Finds the major version in paths such as /usr/lib/postgresql/16/bin and /usr/pgsql-14/bin. */
  public static Optional<Version> inPath(String path) {
    for (String part : path.split("/", -1)) {
      int dash = part.lastIndexOf('-');
      boolean packaged = part.startsWith("pgsql-") || part.startsWith("postgresql-");
      String number = packaged ? part.substring(dash + 1) : part;
      Version version = Version.parse(number).orElse(null);
      if (version != null && plausible(version)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private static boolean plausible(Version version) {
    boolean old = version.major() == 9 && version.parts().size() == 2;
    boolean current = version.major() >= 10 && version.major() <= 30 && version.parts().size() == 1;
    return old || current;
  }
}

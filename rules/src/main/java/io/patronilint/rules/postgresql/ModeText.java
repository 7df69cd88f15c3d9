package io.patronilint.rules.postgresql;

import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** File modes, which Patroni reads as decimal numbers unless they begin with a 0. */
final class ModeText {

  private static final Set<String> PARAMETERS = Set.of("log_file_mode", "unix_socket_permissions");

  /** What people give to log files and sockets; 777 comes out right, by the limit. */
  private static final Set<String> USUAL =
      Set.of(
          "400", "440", "444", "600", "620", "640", "644", "660", "664", "666", "700", "710", "750",
          "755", "770", "775");

  private ModeText() {}

  /** Returns the mode that is surely meant as octal and is not read so; empty if there is none. */
  static Optional<String> of(Parameter parameter) {
    if (!PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT))
        || !(parameter.setting().yaml().resolved() instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    String written = scalar.content();
    String digits = written.startsWith("0o") ? written.substring(2) : written;
    return USUAL.contains(digits) ? Optional.of("0" + digits) : Optional.empty();
  }

  /** Tells whether the value is the mode that the limit happens to be. */
  static boolean isLimit(Parameter parameter) {
    return PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT))
        && parameter.text().equals("777");
  }
}

package io.patronilint.rules.restore;

import io.patronilint.core.workspace.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stands beside a data directory and was one before. */
final class Siblings {

  /** {@code .failed} is Patroni's own, after a bootstrap that did not work out. */
  private static final List<String> ENDINGS =
      List.of(Steps.ASIDE, ".restored", ".failed", ".old", ".bak");

  private Siblings() {}

  /** Returns the paths as reports show them. */
  static List<String> of(DataDirectory data) {
    Path location = data.location();
    List<String> found = new ArrayList<>();
    if (location != null && location.getFileName() != null) {
      for (String ending : ENDINGS) {
        if (Files.isDirectory(location.resolveSibling(location.getFileName() + ending))) {
          found.add(data.path() + ending);
        }
      }
    }
    return found;
  }
}

package io.patronilint.schemas.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable, as releases of one range read it.
 *
 * @param name its name; a {@code *} in it stands for a name that the user chooses
 * @param path the key that it sets; empty for a variable that sets none
 * @param parsing how its value is read
 * @param since the releases that read it so; null if 2.0.0 does
 * @param before the releases that do not any more; null if none
 * @param sectioned whether it is read only if another variable of the section is set
 */
public record EnvVariable(
    String name,
    List<String> path,
    Parsing parsing,
    @Nullable Releases since,
    @Nullable Releases before,
    boolean sectioned) {

  /** Copies the path. */
  public EnvVariable {
    path = List.copyOf(path);
  }

  /** Tells whether the release {@code version} reads the variable so. */
  public boolean readBy(List<Integer> version) {
    return (since == null || since.holdsFor(version))
        && (before == null || !before.holdsFor(version));
  }
}

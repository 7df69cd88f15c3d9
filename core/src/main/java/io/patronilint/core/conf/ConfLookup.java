package io.patronilint.core.conf;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what include directives name. */
public interface ConfLookup {

  /**
   * Returns the file at {@code path}, or null if there is none.
   *
   * @param path an absolute path, or one that is relative to where the root file's path is
   */
  @Nullable ConfFile file(String path);

  /**
   * Returns the names of the files directly in the directory {@code path}, in any order and without
   * the directories in it, or null if there is no such directory.
   *
   * @param path as for {@link #file}
   */
  @Nullable Collection<String> directory(String path);
}

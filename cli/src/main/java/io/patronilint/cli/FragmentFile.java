package io.patronilint.cli;

import io.patronilint.core.patch.Patch;
import io.patronilint.core.patch.PatchWriter;
import io.patronilint.core.patch.WriteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that {@code restore init} writes.
 *
 * @param name its path as it was given, or {@code -} for standard output
 * @param force whether it may take the place of another file
 * @param shell what the command has around it
 */
record FragmentFile(String name, boolean force, Shell shell) {

  boolean isStandardOutput() {
    return name.equals(Loading.STDIN);
  }

  /**
   * Checks that nothing is there yet, unless it may be replaced.
   *
   * @throws UsageException if something is there
   */
  void check() {
    if (!isStandardOutput() && !force && Files.exists(path(), LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(name + " exists already; --force replaces it");
    }
  }

  /**
   * Writes the file in one step.
   *
   * @throws UsageException if that is not possible
   */
  void write(String text) {
    if (isStandardOutput()) {
      shell.out().append(text);
      return;
    }
    try {
      if (force) {
        Writing.write(path(), text.getBytes(StandardCharsets.UTF_8));
      } else {
        Patch.Change created = new Patch.Change(name, null, text);
        PatchWriter.write(new Patch(List.of(created)), shell.directory());
      }
    } catch (WriteException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException(name + " cannot be written");
    }
  }

  private Path path() {
    return Loading.path(name, shell);
  }
}

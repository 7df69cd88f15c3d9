package io.patronilint.core.patch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes patches to disk, all files or none as far as the file system allows it.
 *
 * <p>Every file is first written beside the old one and flushed; only when that has worked for all
 * of them, and no old file has changed since it was read, do they take the old ones' places, one
 * atomic rename each. If a rename fails, those before it are taken back. Mode, owner and group stay
 * as they were; where that is not permitted nothing is written. A symbolic link stays a link, and
 * its target is replaced if it lies below the base; otherwise, and for files with several hard
 * links, nothing is written.
 */
public final class PatchWriter {

  private PatchWriter() {}

  /**
   * Writes {@code patch}.
   *
   * @param patch what to write
   * @param base the folder that relative paths of new files start from, and below which symbolic
   *     links may point
   * @throws WriteException if nothing could be written; or, as the message then says, if a file was
   *     written that could not be taken back
   */
  public static void write(Patch patch, Path base) throws WriteException {
    List<StagedFile> staged = new ArrayList<>();
    try {
      for (Patch.Change change : patch.changes()) {
        staged.add(stage(change, base));
      }
      for (StagedFile file : staged) {
        file.verify();
      }
      commit(staged);
    } finally {
      staged.forEach(StagedFile::discard);
    }
    Set<Path> folders = new LinkedHashSet<>();
    staged.forEach(f -> folders.add(f.folder()));
    folders.forEach(Disk::flushFolder);
  }

  private static StagedFile stage(Patch.Change change, Path base) throws WriteException {
    try {
      return StagedFile.of(change, base);
    } catch (IOException e) {
      throw WriteException.of(change.path(), e);
    }
  }

  private static void commit(List<StagedFile> staged) throws WriteException {
    List<StagedFile> done = new ArrayList<>();
    for (StagedFile file : staged) {
      try {
        file.commit();
        done.add(file);
      } catch (IOException e) {
        WriteException failure = WriteException.of(file.path(), e);
        takeBack(done, failure);
        throw failure;
      }
    }
  }

  private static void takeBack(List<StagedFile> done, WriteException failure)
      throws WriteException {
    for (StagedFile file : done) {
      try {
        file.takeBack();
      } catch (IOException e) {
        String why = "was written and could not be taken back after: " + failure.getMessage();
        WriteException worse = new WriteException(file.path(), why, e);
        worse.addSuppressed(failure);
        throw worse;
      }
    }
  }
}

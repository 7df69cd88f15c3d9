package io.patronilint.core.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One change on its way to disk: prepared beside its file, then put in its place. */
final class StagedFile {

  private final String path;
  private final Path target;
  private final byte @Nullable [] before;
  private final @Nullable Path prepared;

  private StagedFile(String path, Path target, byte @Nullable [] before, @Nullable Path prepared) {
    this.path = path;
    this.target = target;
    this.before = before;
    this.prepared = prepared;
  }

  /** Checks the file on disk and writes its new text beside it. */
  static StagedFile of(Patch.Change change, Path base) throws IOException {
    String oldText = change.before();
    String newText = change.after();
    byte[] before = oldText == null ? null : Disk.encode(change.path(), oldText, change.charset());
    Path target = before == null ? newTarget(change, base) : oldTarget(change, base);
    Path prepared = null;
    StagedFile checked = new StagedFile(change.path(), target, before, null);
    checked.verify();
    if (newText != null) {
      byte[] after = Disk.encode(change.path(), newText, change.charset());
      prepared = Disk.writeBeside(change.path(), target, after, before != null);
    }
    return new StagedFile(change.path(), target, before, prepared);
  }

  private static Path newTarget(Patch.Change change, Path base) throws IOException {
    Path target = base.resolve(change.path()).toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder == null) {
      throw new WriteException(change.path(), "is not a file's path.");
    }
    if (!Files.isDirectory(folder)) {
      if (!target.startsWith(base.toAbsolutePath().normalize())) {
        throw new WriteException(change.path(), "cannot be created: its folder does not exist.");
      }
      Files.createDirectories(folder);
    }
    return target;
  }

  private static Path oldTarget(Patch.Change change, Path base) throws IOException {
    Path location = change.location();
    if (location == null) {
      throw new WriteException(change.path(), "does not come from a file; print it instead.");
    }
    Path target = location.toAbsolutePath();
    if (Files.isSymbolicLink(location)) {
      if (change.after() == null) {
        throw new WriteException(change.path(), "is a symbolic link and is not deleted.");
      }
      target = location.toRealPath();
      if (!target.startsWith(base.toRealPath())) {
        throw new WriteException(
            change.path(), "is a symbolic link to a file outside, " + target + "; edit that one.");
      }
    }
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new WriteException(change.path(), "is not a regular file.");
    }
    if (Disk.hardLinks(target) > 1) {
      throw new WriteException(
          change.path(), "has several hard links, and replacing it would cut it off from them.");
    }
    return target;
  }

  String path() {
    return path;
  }

  Path folder() {
    return target.resolveSibling("");
  }

  /** Checks that the file on disk is still the one that was read, or still missing. */
  void verify() throws WriteException {
    if (before == null) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new WriteException(path, "was to be created, but it exists already.");
      }
      return;
    }
    try {
      if (!Arrays.equals(before, Files.readAllBytes(target))) {
        throw new WriteException(path, "has changed since it was read; run the check again.");
      }
    } catch (IOException e) {
      throw WriteException.of(path, e);
    }
  }

  void commit() throws IOException {
    if (prepared == null) {
      Files.delete(target);
    } else if (before == null) {
      Files.move(prepared, target);
    } else {
      Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  void takeBack() throws IOException {
    if (before == null) {
      Files.delete(target);
      return;
    }
    Path old = Disk.writeBeside(path, target, before, Files.exists(target));
    Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what was prepared and not put in its place. */
  void discard() {
    if (prepared != null) {
      Disk.deleteQuietly(prepared);
    }
  }
}

package io.patronilint.core.patch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small steps on the file system that writing a patch is made of. */
final class Disk {

  private Disk() {}

  static byte[] encode(String path, String text, Charset charset) throws WriteException {
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      return array;
    } catch (CharacterCodingException e) {
      throw new WriteException(path, "cannot hold the new text in its encoding.", e);
    }
  }

  /**
   * Writes {@code bytes} to a new file beside {@code target} and flushes it to the disk.
   *
   * @param replaces whether {@code target} is there: then the new file gets its mode, owner and
   *     group; otherwise it fits its folder
   */
  static Path writeBeside(String path, Path target, byte[] bytes, boolean replaces)
      throws IOException {
    Path folder = target.resolveSibling("");
    Path file = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        if (replaces) {
          inherit(path, target, file);
        } else {
          fit(folder, file);
        }
        channel.force(true);
      }
      return file;
    } catch (IOException e) {
      deleteQuietly(file);
      throw e;
    }
  }

  private static void inherit(String path, Path from, Path to) throws IOException {
    PosixFileAttributeView source = posix(from);
    PosixFileAttributeView copy = posix(to);
    if (source == null || copy == null) {
      return;
    }
    PosixFileAttributes wanted = source.readAttributes();
    PosixFileAttributes own = copy.readAttributes();
    try {
      if (!wanted.group().equals(own.group())) {
        copy.setGroup(wanted.group());
      }
      if (!wanted.owner().equals(own.owner())) {
        copy.setOwner(wanted.owner());
      }
    } catch (IOException e) {
      String kept = wanted.owner().getName() + ":" + wanted.group().getName();
      throw new WriteException(
          path, "belongs to " + kept + ", and only that user or root can keep it so.", e);
    }
    copy.setPermissions(wanted.permissions());
  }

  /** Makes a new file as readable as its folder, and gives it to the folder's owner if root may. */
  private static void fit(Path folder, Path file) throws IOException {
    PosixFileAttributeView source = posix(folder);
    PosixFileAttributeView copy = posix(file);
    if (source == null || copy == null) {
      return;
    }
    PosixFileAttributes around = source.readAttributes();
    try {
      if (!around.owner().equals(copy.readAttributes().owner())) {
        copy.setGroup(around.group());
        copy.setOwner(around.owner());
      }
    } catch (IOException e) {
      // Somebody may create files in a folder of somebody else; they then stay their own.
    }
    Set<PosixFilePermission> mode =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    for (PosixFilePermission reading :
        EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)) {
      if (around.permissions().contains(reading)) {
        mode.add(reading);
      }
    }
    copy.setPermissions(mode);
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  /** Returns how many names a file has; 1 where the file system does not say. */
  static int hardLinks(Path file) throws IOException {
    try {
      Object count = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
      return count instanceof Integer number ? number : 1;
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }

  /** Flushes a folder so that renames in it last; not every system can. */
  static void flushFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The files themselves are flushed; some systems do not let a folder be opened.
    }
  }

  static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A leftover temporary file is not worth hiding what went wrong before.
    }
  }
}

package io.patronilint.core.patch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why a patch was not written; the message is a sentence for people that names the file. */
public final class WriteException extends IOException {

  private static final long serialVersionUID = 1L;

  WriteException(String path, String why) {
    super(path + " " + why);
  }

  WriteException(String path, String why, @Nullable Throwable cause) {
    super(path + " " + why, cause);
  }

  /** Says what went wrong in {@code cause}, without a stack trace's words. */
  static WriteException of(String path, IOException cause) {
    if (cause instanceof WriteException known) {
      return known;
    }
    if (cause instanceof java.nio.file.AccessDeniedException) {
      return new WriteException(path, "cannot be written: permission denied.", cause);
    }
    if (cause instanceof java.nio.file.NoSuchFileException) {
      return new WriteException(path, "does not exist any more.", cause);
    }
    String reason =
        cause instanceof java.nio.file.FileSystemException fs && fs.getReason() != null
            ? fs.getReason()
            : cause.getClass().getSimpleName();
    return new WriteException(path, "cannot be written: " + reason + ".", cause);
  }
}

package io.patronilint.core.workspace;

import io.patronilint.core.observed.ControlFile;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file into a {@link SourceFile}; whatever goes wrong becomes a {@link ReadProblem}. */
final class FileReader {

  /** Far above any real configuration: the largest public one we know is below 100 kB. */
  static final long MAX_BYTES = 10L * 1024 * 1024;

  private FileReader() {}

  static SourceFile read(Path file, String path, FileKind kind) {
    try {
      if (Files.isSymbolicLink(file) && !Files.exists(file)) {
        return unreadable(file, path, kind, "is a symbolic link to a file that does not exist");
      }
      if (Files.isDirectory(file)) {
        return unreadable(file, path, kind, "is a directory; a file is expected here");
      }
      if (!Files.isRegularFile(file) && Files.exists(file)) {
        return unreadable(file, path, kind, "is not a regular file");
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        return unreadable(file, path, kind, tooLarge(size));
      }
      byte[] bytes = Files.readAllBytes(file);
      return kind == FileKind.CONTROL_FILE
          ? control(file, path, bytes)
          : decode(file, path, kind, bytes);
    } catch (NoSuchFileException e) {
      return unreadable(file, path, kind, "does not exist");
    } catch (AccessDeniedException e) {
      return unreadable(file, path, kind, "cannot be read: permission denied");
    } catch (IOException e) {
      return unreadable(file, path, kind, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Takes {@code text} for a file of unknown kind at {@code path}. */
  static SourceFile ofText(String path, String text) {
    if (path.endsWith("/" + DataDirectory.CONTROL_FILE)) {
      return control(null, path, text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return decoded(null, path, FileKind.UNKNOWN, text, StandardCharsets.UTF_8);
  }

  private static SourceFile control(@Nullable Path file, String path, byte[] bytes) {
    ControlFile control = ControlFile.read(bytes);
    String damage = control.damage();
    List<ReadProblem> problems =
        damage == null
            ? List.of()
            : List.of(new ReadProblem(ReadProblem.Kind.DAMAGED, damage, Span.at(0)));
    return new SourceFile(
        path,
        file,
        FileKind.CONTROL_FILE,
        new SourceText(control.text()),
        StandardCharsets.UTF_8,
        problems);
  }

  private static String tooLarge(long size) {
    return "is "
        + size / (1024 * 1024)
        + " MB large; no configuration is, and nothing beyond "
        + MAX_BYTES / (1024 * 1024)
        + " MB is read";
  }

  private static SourceFile unreadable(Path file, String path, FileKind kind, String what) {
    ReadProblem problem =
        new ReadProblem(ReadProblem.Kind.UNREADABLE, "The file " + what + ".", Span.at(0));
    return new SourceFile(
        path, file, kind, new SourceText(""), StandardCharsets.UTF_8, List.of(problem));
  }

  private static SourceFile decode(Path file, String path, FileKind kind, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String good = out.flip().toString();
    if (!result.isError()) {
      return decoded(file, path, kind, good, StandardCharsets.UTF_8);
    }
    if (readAsBytes(kind) && good.indexOf('\0') < 0) {
      // PostgreSQL and pgBackRest do not care for the encoding; every byte is one character here.
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return decoded(file, path, kind, text, StandardCharsets.ISO_8859_1);
    }
    int bad = bytes[in.position()] & 0xff;
    String message =
        String.format(
            "The file is not UTF-8: byte 0x%02x at offset %d cannot be decoded; Patroni refuses"
                + " to read it.",
            bad, in.position());
    return new SourceFile(
        path,
        file,
        kind,
        new SourceText(good),
        StandardCharsets.UTF_8,
        List.of(new ReadProblem(ReadProblem.Kind.NOT_TEXT, message, Span.at(good.length()))));
  }

  private static SourceFile decoded(
      @Nullable Path file, String path, FileKind kind, String text, Charset charset) {
    int nul = text.indexOf('\0');
    if (nul < 0) {
      return new SourceFile(path, file, kind, new SourceText(text), charset, List.of());
    }
    ReadProblem problem =
        new ReadProblem(
            ReadProblem.Kind.NOT_TEXT,
            "The file is binary: there is a NUL byte here.",
            Span.at(nul));
    SourceText before = new SourceText(text.substring(0, nul));
    return new SourceFile(path, file, kind, before, charset, List.of(problem));
  }

  private static boolean readAsBytes(FileKind kind) {
    return switch (kind) {
      case AUTO_CONF,
          POSTGRESQL_CONF,
          RECOVERY_CONF,
          PGBACKREST,
          BARMAN,
          BACKUP_LABEL,
          TABLESPACE_MAP ->
          true;
      default -> false;
    };
  }
}

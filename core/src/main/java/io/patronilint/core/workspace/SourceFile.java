package io.patronilint.core.workspace;

import io.patronilint.core.conf.ConfFile;
import io.patronilint.core.conf.ConfReader;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.ini.IniReader;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.yaml.YamlDocument;
import io.patronilint.core.yaml.YamlReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read.
 *
 * <p>The file is parsed at most once, when the first rule asks for it.
 */
public final class SourceFile {

  private final String path;
  private final @Nullable Path location;
  private final FileKind kind;
  private final SourceText text;
  private final Charset charset;
  private final List<ReadProblem> problems;
  private @Nullable YamlDocument yaml;
  private @Nullable ConfFile conf;
  private @Nullable IniFile ini;

  /**
   * Holds a file.
   *
   * @param path how reports show it: relative, with {@code /}
   * @param location where it is on disk, or null if it is not a file (standard input, a test)
   * @param kind what it is
   * @param text its text; empty if it could not be read
   * @param charset what the bytes on disk are decoded and encoded with
   * @param problems why it could not be read; empty if it could
   */
  public SourceFile(
      String path,
      @Nullable Path location,
      FileKind kind,
      SourceText text,
      Charset charset,
      List<ReadProblem> problems) {
    this.path = path;
    this.location = location;
    this.kind = kind;
    this.text = text;
    this.charset = charset;
    this.problems = List.copyOf(problems);
  }

  /** Holds a text that was read without problems. */
  public static SourceFile of(String path, FileKind kind, String text) {
    return new SourceFile(
        path, null, kind, new SourceText(text), StandardCharsets.UTF_8, List.of());
  }

  /** Returns this file taken for another kind. */
  SourceFile as(FileKind other) {
    if (other == kind) {
      return this;
    }
    SourceFile file = new SourceFile(path, location, other, text, charset, problems);
    file.yaml = yaml;
    return file;
  }

  /** Returns this file with another text. */
  SourceFile withText(SourceText other) {
    return new SourceFile(path, location, kind, other, charset, problems);
  }

  /** Returns the path that reports show: relative, with {@code /}. */
  public String path() {
    return path;
  }

  /** Returns where the file is on disk, or null. */
  public @Nullable Path location() {
    return location;
  }

  /** Returns what the file is. */
  public FileKind kind() {
    return kind;
  }

  /** Returns the text; empty if the file could not be read. */
  public SourceText text() {
    return text;
  }

  /**
   * Returns what the bytes on disk are decoded and encoded with: UTF-8, or ISO 8859-1 for a file
   * that PostgreSQL reads as bytes and that is not UTF-8.
   */
  public Charset charset() {
    return charset;
  }

  /** Returns why the file could not be read; empty if it could. */
  public List<ReadProblem> problems() {
    return problems;
  }

  /** Returns the last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the path without its last part; empty for a file in the base. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Returns the file read as YAML (JSON is YAML). */
  public synchronized YamlDocument yaml() {
    if (yaml == null) {
      yaml = YamlReader.read(text);
    }
    return yaml;
  }

  /** Returns the file read in the syntax of postgresql.conf. */
  public synchronized ConfFile conf() {
    if (conf == null) {
      conf = ConfReader.read(text);
    }
    return conf;
  }

  /** Returns the file read as pgbackrest.conf. */
  public synchronized IniFile ini() {
    if (ini == null) {
      ini = IniReader.read(text);
    }
    return ini;
  }

  @Override
  public String toString() {
    return path;
  }
}

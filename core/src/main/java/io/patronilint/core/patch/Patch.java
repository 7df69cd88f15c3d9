package io.patronilint.core.patch;

import io.patronilint.core.edit.TextEdits;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.secret.Secrets;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes to files, ready to be shown as a unified diff or written.
 *
 * @param changes one per file, in the order of their paths
 * @param secrets what the diff may not show
 */
public record Patch(List<Change> changes, Secrets secrets) {

  /**
   * A change to one file.
   *
   * @param path the path that reports show: relative with {@code /}, or absolute outside the base
   * @param before the text before, or null if the file is created
   * @param after the text after, or null if the file is deleted
   * @param location where the file is on disk; null if it is created, or does not come from a file
   * @param kind what the file is
   * @param charset what the text is encoded with
   */
  public record Change(
      String path,
      @Nullable String before,
      @Nullable String after,
      @Nullable Path location,
      FileKind kind,
      Charset charset) {

    /** Checks that there is a text before or after. */
    public Change {
      if (before == null && after == null) {
        throw new IllegalArgumentException("neither before nor after: " + path);
      }
    }

    /** Describes a change to a text in UTF-8 that does not come from a file. */
    public Change(String path, @Nullable String before, @Nullable String after) {
      this(path, before, after, null, FileKind.UNKNOWN, StandardCharsets.UTF_8);
    }

    static Change of(SourceFile file, @Nullable String after) {
      return new Change(
          file.path(), file.text().text(), after, file.location(), file.kind(), file.charset());
    }

    /** Returns the file with {@code text} in it. */
    SourceFile with(String text) {
      return new SourceFile(path, location, kind, new SourceText(text), charset, List.of());
    }
  }

  /** Copies the list. */
  public Patch {
    changes = List.copyOf(changes);
  }

  /** Holds changes whose secrets are those of the changed files. */
  public Patch(List<Change> changes) {
    this(changes, Secrets.in(sources(changes)));
  }

  private static Collection<SourceFile> sources(List<Change> changes) {
    List<SourceFile> files = new ArrayList<>();
    for (Change change : changes) {
      files.add(change.with(Objects.requireNonNullElse(change.before(), "")));
    }
    return files;
  }

  /**
   * Makes the patch of {@code edits}; files whose text stays the same are left out.
   *
   * @throws IllegalArgumentException if edits of one file overlap
   */
  public static Patch of(List<FileEdit> edits) {
    Map<String, Change> changes = new TreeMap<>();
    Map<SourceFile, List<FileEdit.Replace>> replaced = new LinkedHashMap<>();
    for (FileEdit edit : edits) {
      if (edit instanceof FileEdit.Replace replace) {
        replaced.computeIfAbsent(replace.file(), f -> new ArrayList<>()).add(replace);
      } else if (edit instanceof FileEdit.Create create) {
        changes.put(create.path(), new Change(create.path(), null, create.text()));
      } else if (edit instanceof FileEdit.Delete delete) {
        changes.put(delete.path(), Change.of(delete.file(), null));
      }
    }
    replaced.forEach(
        (file, list) -> {
          String after = TextEdits.apply(file.text().text(), list);
          if (!after.equals(file.text().text())) {
            changes.put(file.path(), Change.of(file, after));
          }
        });
    return new Patch(List.copyOf(changes.values()));
  }

  /** Makes the patch that turns the files of one workspace into those of another. */
  public static Patch between(Workspace before, Workspace after) {
    List<Change> changes = differences(before, after);
    Collection<SourceFile> sources = changes.isEmpty() ? List.of() : before.files();
    return new Patch(changes, Secrets.in(sources));
  }

  /** Compares the files of two workspaces by their paths. */
  public static List<Change> differences(Workspace before, Workspace after) {
    Map<String, SourceFile> left = new HashMap<>();
    after.files().forEach(f -> left.put(f.path(), f));
    Map<String, Change> changes = new TreeMap<>();
    for (SourceFile old : before.files()) {
      SourceFile now = left.remove(old.path());
      String text = now == null ? null : now.text().text();
      if (!old.text().text().equals(text)) {
        changes.put(old.path(), Change.of(old, text));
      }
    }
    left.forEach((path, file) -> changes.put(path, created(file)));
    return List.copyOf(changes.values());
  }

  private static Change created(SourceFile file) {
    return new Change(
        file.path(), null, file.text().text(), null, file.kind(), StandardCharsets.UTF_8);
  }

  /** Tells whether nothing changes. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns the patch as a unified diff, with what is to be said about it. */
  public UnifiedDiff diff() {
    return UnifiedDiff.of(changes, secrets);
  }

  /**
   * Returns the patch as {@code git apply} and {@code patch -p1} take it.
   *
   * <p>No line of it shows a secret: context is left out where it would, and files whose changes
   * would are left out as a whole; see {@link UnifiedDiff#notes()}.
   */
  public String toUnifiedDiff() {
    return diff().text();
  }
}

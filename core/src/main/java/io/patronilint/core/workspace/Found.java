package io.patronilint.core.workspace;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What discovery found, before it is grouped: files by themselves, and data directories.
 *
 * @param loose files outside data directories
 * @param dataDirectories data directories with the files in them that were read
 */
record Found(List<SourceFile> loose, List<DataDirectory> dataDirectories) {

  Found {
    loose = List.copyOf(loose);
    dataDirectories = List.copyOf(dataDirectories);
  }

  List<SourceFile> allFiles() {
    List<SourceFile> all = new ArrayList<>(loose);
    dataDirectories.forEach(d -> all.addAll(d.files()));
    all.sort((a, b) -> a.path().compareTo(b.path()));
    return all;
  }

  /** Adds texts that are no files on disk, sorting those of data directories out. */
  Found with(Collection<SourceFile> texts) {
    if (texts.isEmpty()) {
      return this;
    }
    Map<String, Set<String>> names = new LinkedHashMap<>();
    texts.forEach(t -> names.computeIfAbsent(t.folder(), f -> new HashSet<>()).add(t.name()));
    List<SourceFile> more = new ArrayList<>(loose);
    Map<String, List<SourceFile>> inside = new LinkedHashMap<>();
    for (SourceFile text : texts) {
      String folder = folderOf(text);
      boolean root = folder.isEmpty();
      if (!root && Recognition.isDataDirectory(names.getOrDefault(folder, Set.of()))) {
        boolean control = text.kind() == FileKind.CONTROL_FILE;
        SourceFile known = control ? text : text.as(Recognition.inDataDirectory(text.name()));
        inside.computeIfAbsent(folder, f -> new ArrayList<>()).add(known);
      } else {
        more.add(text.as(Recognition.named(text)));
      }
    }
    List<DataDirectory> directories = new ArrayList<>(dataDirectories);
    inside.forEach((folder, files) -> directories.add(DataDirectory.of(folder, files)));
    more.sort((a, b) -> a.path().compareTo(b.path()));
    return new Found(more, directories);
  }

  /** Returns the folder that {@code text} belongs to: for the control file, the one around it. */
  private static String folderOf(SourceFile text) {
    return text.kind() == FileKind.CONTROL_FILE
        ? text.path().substring(0, text.path().length() - DataDirectory.CONTROL_FILE.length() - 1)
        : text.folder();
  }

  Found apply(List<FileEdit> edits) {
    Map<String, @Nullable String> texts = EditedTexts.of(edits);
    List<SourceFile> newLoose = new ArrayList<>(edited(loose, texts));
    List<DataDirectory> newDirectories = new ArrayList<>();
    for (DataDirectory directory : dataDirectories) {
      newDirectories.add(edited(directory, texts));
    }
    for (FileEdit edit : edits) {
      if (edit instanceof FileEdit.Create create && folderOf(create.path()) == null) {
        SourceFile file = SourceFile.of(create.path(), FileKind.UNKNOWN, create.text());
        newLoose.add(file.as(Recognition.byNameOrContent(file)));
      }
    }
    return new Found(newLoose, newDirectories);
  }

  private @Nullable DataDirectory folderOf(String path) {
    for (DataDirectory directory : dataDirectories) {
      if (path.startsWith(directory.path() + "/")
          && path.indexOf('/', directory.path().length() + 1) < 0) {
        return directory;
      }
    }
    return null;
  }

  private static List<SourceFile> edited(
      List<SourceFile> files, Map<String, @Nullable String> texts) {
    List<SourceFile> result = new ArrayList<>();
    for (SourceFile file : files) {
      if (!texts.containsKey(file.path())) {
        result.add(file);
        continue;
      }
      String text = texts.get(file.path());
      if (text != null) {
        result.add(file.withText(new SourceText(text)));
      }
    }
    return result;
  }

  private static DataDirectory edited(
      DataDirectory directory, Map<String, @Nullable String> texts) {
    List<SourceFile> files = new ArrayList<>(edited(directory.files(), texts));
    Set<String> names = new HashSet<>(directory.names());
    String prefix = directory.path() + "/";
    texts.forEach(
        (path, text) -> {
          String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "/";
          if (name.contains("/")) {
            return;
          }
          if (text == null) {
            names.remove(name);
          } else if (names.add(name)) {
            FileKind kind = Recognition.inDataDirectory(name);
            files.add(SourceFile.of(path, kind, text));
          }
        });
    return new DataDirectory(directory.path(), directory.location(), names, files);
  }

  static String relative(Path base, Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}

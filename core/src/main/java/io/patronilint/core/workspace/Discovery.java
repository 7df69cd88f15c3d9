package io.patronilint.core.workspace;

import io.patronilint.core.parallel.Workers;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks files and directories and reads those that patroni-lint knows. */
final class Discovery {

  /** Deeper than any repository of configurations; keeps a link loop from walking for ever. */
  private static final int MAX_DEPTH = 32;

  private final LoadOptions options;
  private final Workers workers;
  private final List<Path> candidates = new ArrayList<>();
  private final List<List<Path>> foldersOfFragments = new ArrayList<>();
  private final Map<Path, SourceFile> loose = new LinkedHashMap<>();
  private final Map<Path, DataDirectory> directories = new LinkedHashMap<>();

  Discovery(LoadOptions options, Workers workers) {
    this.options = options;
    this.workers = workers;
  }

  Found find() {
    for (Path path : options.paths()) {
      addNamed(resolve(path));
    }
    addCompanion(options.dynamicConfig(), FileKind.DYNAMIC);
    addCompanion(options.autoConf(), FileKind.AUTO_CONF);
    addCompanion(options.pgbackrestConf(), FileKind.PGBACKREST);
    addCompanion(options.envFile(), FileKind.ENVIRONMENT);
    if (options.dataDir() != null) {
      addDataDirectory(resolve(options.dataDir()));
    }
    List<SourceFile> files = new ArrayList<>(loose.values());
    files.sort((a, b) -> a.path().compareTo(b.path()));
    return new Found(files, List.copyOf(directories.values()));
  }

  private Path resolve(Path path) {
    return options.base().resolve(path).normalize();
  }

  private void addCompanion(@Nullable Path path, FileKind kind) {
    if (path != null) {
      Path file = resolve(path);
      loose.put(file, read(file, kind));
    }
  }

  private void addNamed(Path path) {
    if (!Files.isDirectory(path)) {
      loose.put(path, readNamed(path));
    } else if (isDataDirectory(list(path))) {
      addDataDirectory(path);
    } else {
      walk(path, GitIgnore.above(path), 0);
      addCandidates();
    }
  }

  /** Reads what the walk came by; recognising a file means parsing it, so this is the long part. */
  private void addCandidates() {
    List<Optional<SourceFile>> files = workers.map(candidates, this::readIfKnown);
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i).orElse(null);
      if (file != null) {
        loose.putIfAbsent(candidates.get(i), file);
      }
    }
    candidates.clear();
    foldersOfFragments.forEach(this::addFragments);
    foldersOfFragments.clear();
    List.copyOf(loose.values()).forEach(this::addCustomConf);
  }

  /** Its name does not tell what it is, so it is read only where a configuration names it. */
  private void addCustomConf(SourceFile file) {
    String name = CustomConf.name(file);
    Path location = file.location();
    if (!name.isEmpty() && location != null) {
      Path path = location.resolveSibling(name);
      if (!loose.containsKey(path) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        loose.put(path, read(path, FileKind.POSTGRESQL_CONF));
      }
    }
  }

  private static boolean isDataDirectory(List<Path> children) {
    return Recognition.isDataDirectory(children.stream().map(Discovery::fileName).toList());
  }

  /** Reads a file as the kind that its name says; how bytes become text depends on that. */
  private SourceFile readNamed(Path path) {
    String name = fileName(path);
    FileKind byName = Recognition.byName(name);
    SourceFile file = read(path, byName == null ? Recognition.inDataDirectory(name) : byName);
    return file.as(Recognition.named(file));
  }

  private void walk(Path folder, GitIgnore ignore, int depth) {
    GitIgnore here = ignore.enter(folder);
    List<Path> children = list(folder);
    if (depth > 0 && isDataDirectory(children)) {
      addDataDirectory(folder);
      return;
    }
    for (Path child : children) {
      boolean directory = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
      if (fileName(child).equals(".git") || here.ignores(child, directory)) {
        continue;
      }
      if (directory) {
        if (depth < MAX_DEPTH) {
          walk(child, here, depth + 1);
        }
      } else {
        candidates.add(child);
      }
    }
    if (Fragments.isFolderOfFragments(folder, children)) {
      foldersOfFragments.add(children);
    }
  }

  /** A fragment may hold too little to be recognised by itself. */
  private void addFragments(List<Path> children) {
    boolean complete =
        children.stream().map(loose::get).anyMatch(f -> f != null && f.kind() == FileKind.PATRONI);
    for (Path child : children) {
      if (complete && Recognition.isYamlName(fileName(child)) && !loose.containsKey(child)) {
        SourceFile file = read(child, FileKind.PATRONI);
        if (Recognition.isFragment(file)) {
          loose.put(child, file);
        }
      }
    }
  }

  private Optional<SourceFile> readIfKnown(Path path) {
    String name = fileName(path);
    String folder = String.valueOf(path.getParent());
    boolean include = Recognition.isInclude(folder, name);
    FileKind kind = include ? FileKind.PGBACKREST : Recognition.byName(name);
    if (Recognition.isBarmanServer(folder, name)) {
      kind = FileKind.BARMAN;
    }
    if (kind != null) {
      return Optional.of(read(path, kind));
    }
    boolean output = Recognition.isOutputName(name);
    if (!output && !Recognition.isYamlName(name) && !Recognition.isEnvironmentName(name)) {
      return Optional.empty();
    }
    SourceFile file = read(path, FileKind.UNKNOWN);
    FileKind content =
        output && !Recognition.mayBeDynamic(file) ? null : Recognition.byContent(file);
    if (content == null && !Recognition.isEnvironmentName(name)) {
      content = Recognition.output(file);
    }
    if (content == null && !file.problems().isEmpty() && name.startsWith("patroni")) {
      content = FileKind.PATRONI;
    }
    if (content == FileKind.PATRONI && RestoreMark.in(file)) {
      content = null;
    }
    return content == null ? Optional.empty() : Optional.of(file.as(content));
  }

  private void addDataDirectory(Path folder) {
    if (!Files.isDirectory(folder)) {
      loose.put(folder, FileReader.read(folder, shown(folder), FileKind.UNKNOWN));
      return;
    }
    Set<String> names = new HashSet<>();
    List<SourceFile> files = new ArrayList<>();
    for (Path child : list(folder)) {
      String name = fileName(child);
      names.add(name);
      FileKind kind = Recognition.inDataDirectoryOrNull(name);
      if (kind != null) {
        files.add(read(child, kind));
      } else if (Recognition.isOutputName(name) && !Files.isDirectory(child)) {
        addOutput(child, files);
      } else if (name.equals("global")) {
        addControlFile(folder.resolve(DataDirectory.CONTROL_FILE), names, files);
      } else if (name.equals("pg_wal") && Files.isDirectory(child)) {
        list(child).forEach(wal -> names.add("pg_wal/" + fileName(wal)));
      }
    }
    directories.put(folder, new DataDirectory(shown(folder), folder, names, files));
  }

  private void addControlFile(Path path, Set<String> names, List<SourceFile> files) {
    if (Files.isReadable(path) && Files.isRegularFile(path)) {
      names.add(DataDirectory.CONTROL_FILE);
      files.add(read(path, FileKind.CONTROL_FILE));
    }
  }

  private void addOutput(Path path, List<SourceFile> files) {
    SourceFile file = read(path, FileKind.UNKNOWN);
    FileKind kind = Recognition.output(file);
    if (kind != null) {
      files.add(file.as(kind));
    }
  }

  private SourceFile read(Path path, FileKind kind) {
    return FileReader.read(path, shown(path), kind);
  }

  private String shown(Path path) {
    return Found.relative(options.base(), path);
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> list(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      // A folder that may not be listed holds nothing for us; files named by hand are reported.
      return List.of();
    }
    Collections.sort(children);
    return children;
  }
}

package io.patronilint.core.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The patterns of {@code .gitignore} files that hold for a folder, as gitignore(5) has them. */
final class GitIgnore {

  private final @Nullable GitIgnore parent;
  private final Path folder;
  private final List<IgnorePattern> patterns;

  private GitIgnore(@Nullable GitIgnore parent, Path folder, List<IgnorePattern> patterns) {
    this.parent = parent;
    this.folder = folder;
    this.patterns = patterns;
  }

  /** Returns the patterns of the folders above {@code folder}, up to the repository's root. */
  static GitIgnore above(Path folder) {
    List<Path> chain = new ArrayList<>();
    boolean inRepository = Files.exists(folder.resolve(".git"));
    for (Path p = folder.getParent(); p != null && !inRepository; p = p.getParent()) {
      chain.add(0, p);
      inRepository = Files.exists(p.resolve(".git"));
    }
    GitIgnore result = new GitIgnore(null, folder, List.of());
    if (inRepository) {
      for (Path p : chain) {
        result = result.enter(p);
      }
    }
    return result;
  }

  /** Returns these patterns and those of the {@code .gitignore} in {@code child}. */
  GitIgnore enter(Path child) {
    Path file = child.resolve(".gitignore");
    if (!Files.isRegularFile(file)) {
      return this;
    }
    try {
      List<IgnorePattern> list = new ArrayList<>();
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        IgnorePattern pattern = IgnorePattern.parse(line).orElse(null);
        if (pattern != null) {
          list.add(pattern);
        }
      }
      return new GitIgnore(this, child, list);
    } catch (IOException e) {
      return this;
    }
  }

  /** Tells whether {@code path}, which lies below the folder, is ignored. */
  boolean ignores(Path path, boolean directory) {
    for (GitIgnore level = this; level != null; level = level.parent) {
      if (!path.startsWith(level.folder)) {
        continue;
      }
      String relative = level.folder.relativize(path).toString().replace('\\', '/');
      for (int i = level.patterns.size() - 1; i >= 0; i--) {
        IgnorePattern pattern = level.patterns.get(i);
        if (pattern.matches(relative, directory)) {
          return !pattern.negated();
        }
      }
    }
    return false;
  }
}

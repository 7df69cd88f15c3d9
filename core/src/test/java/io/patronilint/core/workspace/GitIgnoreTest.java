package io.patronilint.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares which files are ignored with {@code git check-ignore}. */
class GitIgnoreTest {

  private static final List<String> NAMES =
      List.of("a", "b.yml", "ab", "conf", "patroni.yml", "x y", "build", "[z]", "a.b.yml");

  private static final List<String> PIECES =
      List.of(
          "a", "b", "*", "?", "**", "/", "/", "!", ".yml", "conf", "[ab]", "[!a]", "[a-c]", "\\");

  @TempDir private Path folder;

  @Test
  void agreesWithGit() throws Exception {
    Assumptions.assumeTrue(run(List.of("git", "--version"), "").isPresent(), "git is not here");
    run(List.of("git", "init", "-q", folder.toString()), "");
    List<String> paths = makeTree();
    int ignored = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      String root = patterns(random);
      String below = patterns(random);
      Files.writeString(folder.resolve(".gitignore"), root);
      Files.writeString(folder.resolve("conf/.gitignore"), below);
      String input = String.join("\n", paths) + "\n";
      List<String> command =
          List.of("git", "-C", folder.toString(), "check-ignore", "--no-index", "--stdin");
      Set<String> theirs = new TreeSet<>(run(command, input).orElseThrow().lines().toList());
      Set<String> ours = new TreeSet<>();
      for (String path : paths) {
        if (ignored(path)) {
          ours.add(path);
        }
      }
      assertThat(ours).as("seed %d, root:%n%s%nconf:%n%s", seed, root, below).isEqualTo(theirs);
      ignored += theirs.size();
    }
    assertThat(ignored).as("ignored files in all rounds").isGreaterThan(1000);
  }

  private boolean ignored(String path) {
    GitIgnore ignore = GitIgnore.above(folder).enter(folder);
    Path current = folder;
    for (Path part : Path.of(path)) {
      current = current.resolve(part);
      boolean directory = Files.isDirectory(current);
      if (ignore.ignores(current, directory)) {
        return true;
      }
      if (directory) {
        ignore = ignore.enter(current);
      }
    }
    return false;
  }

  private List<String> makeTree() throws IOException {
    List<String> paths = new ArrayList<>();
    for (String first : NAMES) {
      if (first.contains(".yml")) {
        Files.writeString(folder.resolve(first), "");
        paths.add(first);
        continue;
      }
      for (String second : NAMES) {
        Path file = folder.resolve(first).resolve(second).resolve("patroni.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        paths.add(first + "/" + second + "/patroni.yml");
      }
    }
    return paths;
  }

  private static String patterns(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = random.nextInt(3) + 1; line > 0; line--) {
      int pieces = random.nextInt(4) + 1;
      for (int i = 0; i < pieces; i++) {
        boolean name = random.nextInt(3) == 0;
        List<String> from = name ? NAMES : PIECES;
        text.append(from.get(random.nextInt(from.size())));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Optional<String> run(List<String> command, String input)
      throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
      try (OutputStream out = process.getOutputStream()) {
        out.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return Optional.of(result);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

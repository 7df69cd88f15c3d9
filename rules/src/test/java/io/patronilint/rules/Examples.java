package io.patronilint.rules;

import io.patronilint.core.Target;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A set of small files to run a rule on, with the lines that findings are expected at.
 *
 * <p>A line that ends with {@code # <-- finding} is expected to be pointed at; the mark is taken
 * off before the text is read. The sign U+2400 stands for a NUL character. Options are those of the
 * command line.
 *
 * @param files texts by path, without marks
 * @param marks expected places, {@code path:line}
 * @param options words such as {@code --dcs kept}
 * @param machine what {@link ListedHost} reads; empty if the machine is not looked at
 */
record Examples(
    Map<String, String> files, List<String> marks, List<String> options, String machine) {

  private static final String MARK = "# <-- finding";

  static final class Builder {
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> marks = new java.util.ArrayList<>();
    private List<String> options = List.of();
    private String machine = "";

    void file(String path, String marked) {
      StringBuilder text = new StringBuilder();
      int number = 0;
      for (String line : marked.replace('\u2400', '\0').split("(?<=\n)", -1)) {
        number++;
        if (line.stripTrailing().endsWith(MARK)) {
          marks.add(path + ":" + number);
          String kept = line.substring(0, line.indexOf(MARK)).stripTrailing();
          text.append(kept).append(line.endsWith("\n") ? "\n" : "");
        } else {
          text.append(line);
        }
      }
      files.put(path, text.toString());
    }

    void markWhole(String path) {
      marks.add(path + ":1");
    }

    void options(String line) {
      options = Arrays.stream(line.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    void machine(String description) {
      machine = description;
    }

    Examples build() {
      return new Examples(Collections.unmodifiableMap(files), List.copyOf(marks), options, machine);
    }
  }

  Workspace workspace() {
    WorkspaceLoader loader = WorkspaceLoader.builder();
    files.forEach(loader::text);
    apply(loader, options);
    return loader.load();
  }

  static void apply(WorkspaceLoader loader, List<String> options) {
    Target target = Target.unknown();
    for (int i = 0; i + 1 < options.size(); i += 2) {
      String value = options.get(i + 1);
      switch (options.get(i)) {
        case "--dynamic-config" -> loader.dynamicConfig(Path.of(value));
        case "--dcs" -> loader.dcs(DcsState.valueOf(value.toUpperCase(Locale.ROOT)));
        case "--patroni-version" ->
            target = new Target(Target.patroni(value).patroni(), target.postgresql());
        case "--postgres-version" -> target = target.postgresql(Integer.parseInt(value));
        default -> throw new IllegalArgumentException("unknown option " + options.get(i));
      }
    }
    loader.target(target);
  }
}

package io.patronilint.cli.output;

import io.patronilint.core.finding.Location;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says where values are from, in few words: files by their names alone where that is enough. */
final class SourceNames {

  private final List<SourceFile> files;
  private final Map<String, Integer> uses = new HashMap<>();

  private SourceNames(List<SourceFile> files) {
    this.files = files;
    files.forEach(file -> uses.merge(file.name(), 1, Integer::sum));
  }

  static SourceNames of(Node node) {
    List<SourceFile> files = new ArrayList<>(node.local().files());
    if (node.dynamic() != null) {
      files.addAll(node.dynamic().files());
    }
    if (node.dataDirectory() != null) {
      node.dataDirectory().file("patroni.dynamic.json").ifPresent(files::add);
    }
    for (SourceFile file : node.environment()) {
      if (!files.contains(file)) {
        files.add(file);
      }
    }
    return new SourceNames(files);
  }

  /** Returns the files that the configuration was read from. */
  List<SourceFile> files() {
    return files;
  }

  /** Returns file and line; empty for what is written nowhere. */
  String place(Origin origin) {
    return origin.place().map(this::place).orElse("");
  }

  private String place(Location location) {
    SourceFile file = location.file();
    String name = uses.getOrDefault(file.name(), 2) == 1 ? file.name() : file.path();
    return name + ":" + location.start().line();
  }

  /** Returns what stands in the comment behind a value. */
  String describe(Origin origin) {
    Value was = origin.was();
    return switch (origin.source()) {
      case LOCAL, DYNAMIC, CACHE, BOOTSTRAP -> place(origin);
      case ENVIRONMENT -> origin.detail() + " (" + place(origin) + ")";
      case DEFAULT -> "default";
      case COMPUTED ->
          was == null ? "from " + origin.detail() : "adjusted" + written(was.origin(), was);
    };
  }

  private String written(Origin origin, Value was) {
    String place = place(origin);
    String from = place.isEmpty() ? "the default" : place;
    return ", " + from + " says " + was.text().orElse("something else");
  }
}

package io.patronilint.core.effective;

import io.patronilint.core.Target;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.EnvironmentFile;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Patroni starts with.
 *
 * @param files texts of the configuration files, in the order of their names; none for variables
 *     alone
 * @param environment names and values in turn
 * @param cache patroni.dynamic.json, or null
 * @param dynamic the dynamic configuration, or null if the DCS has none
 */
record Sample(
    List<String> files,
    List<String> environment,
    @Nullable String cache,
    @Nullable String dynamic) {

  /** Returns what {@code node} starts with; a DCS of which nothing is known holds nothing. */
  static Sample of(Node node) {
    List<String> environment = new ArrayList<>();
    for (SourceFile file : node.environment()) {
      for (EnvironmentFile.Variable variable : EnvironmentFile.of(file).variables()) {
        environment.add(variable.name());
        environment.add(variable.value());
      }
    }
    ConfigTree dynamic = node.dcs() == DcsState.WIPED ? null : node.dynamic();
    return new Sample(
        node.local().files().stream().map(Sample::text).toList(),
        environment,
        node.dataDirectory() == null
            ? null
            : node.dataDirectory().file("patroni.dynamic.json").map(Sample::text).orElse(null),
        dynamic == null ? null : text(dynamic.files().get(0)));
  }

  private static String text(SourceFile file) {
    return file.text().text();
  }

  private static String name(int index) {
    return "patroni" + index + ".yml";
  }

  /** Returns the node that it is for us. */
  Node node(String version) {
    List<SourceFile> environmentFiles =
        environment.isEmpty()
            ? List.of()
            : List.of(SourceFile.of("patroni.env", FileKind.ENVIRONMENT, environmentText()));
    DataDirectory data =
        cache == null
            ? null
            : new DataDirectory(
                "pgdata",
                null,
                Set.of("patroni.dynamic.json"),
                List.of(
                    SourceFile.of("pgdata/patroni.dynamic.json", FileKind.DYNAMIC_CACHE, cache)));
    return new Node(
        "sample",
        local(environmentFiles),
        dynamic == null
            ? null
            : ConfigTree.of(SourceFile.of("dynamic.yml", FileKind.DYNAMIC, dynamic)),
        data,
        null,
        List.of(),
        environmentFiles,
        List.of(),
        dynamic == null ? DcsState.WIPED : DcsState.KEPT,
        Target.patroni(version),
        "");
  }

  private ConfigTree local(List<SourceFile> environmentFiles) {
    if (files.isEmpty()) {
      SourceFile none = SourceFile.of("patroni.env", FileKind.ENVIRONMENT, "");
      return new ConfigTree(environmentFiles.isEmpty() ? List.of(none) : environmentFiles, null);
    }
    List<SourceFile> list = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      list.add(SourceFile.of(name(i), FileKind.PATRONI, files.get(i)));
    }
    return list.size() == 1 ? ConfigTree.of(list.get(0)) : ConfigTree.merge(list);
  }

  private String environmentText() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < environment.size(); i += 2) {
      String value = environment.get(i + 1).replace("\\", "\\\\").replace("\"", "\\\"");
      text.append(environment.get(i)).append("=\"").append(value).append("\"\n");
    }
    return text.toString();
  }

  /** Returns the question for the script. */
  String question() {
    StringBuilder json = new StringBuilder("{\"files\": [");
    for (int i = 0; i < files.size(); i++) {
      json.append(i == 0 ? "" : ", ");
      json.append('[').append(quote(name(i))).append(", ").append(quote(files.get(i))).append(']');
    }
    json.append("], \"env\": [");
    for (int i = 0; i < environment.size(); i += 2) {
      json.append(i == 0 ? "" : ", ").append('[').append(quote(environment.get(i)));
      json.append(", ").append(quote(environment.get(i + 1))).append(']');
    }
    json.append("], \"cache\": ").append(cache == null ? "null" : quote(cache));
    json.append(", \"dynamic\": ").append(dynamic == null ? "null" : quote(dynamic));
    return json.append('}').toString();
  }

  private static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    files.forEach(f -> text.append("--- file\n").append(f).append('\n'));
    text.append("--- environment ").append(environment);
    text.append("\n--- cache ").append(cache);
    return text.append("\n--- dynamic ").append(dynamic).append('\n').toString();
  }
}

package io.patronilint.rules;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A real incident rebuilt as a small folder: {@code expected.json} names the lines to point at;
 * {@code clean.json} in its place means that nothing is wrong.
 *
 * @param folder the folder
 * @param family what sort of mistake it is; {@code clean} for none
 * @param lines accepted places, {@code file:line}
 */
record Incident(Path folder, String family, Set<String> lines) {

  /** Families of which a finding on a clean case may be a matter of policy. */
  private static final Set<String> POLICY = Set.of("security", "access", "restapi");

  static List<Incident> all(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(Files::isDirectory).sorted().map(Incident::read).toList();
    }
  }

  private static Incident read(Path folder) {
    Path expected = folder.resolve("expected.json");
    if (!Files.exists(expected)) {
      return new Incident(folder, "clean", Set.of());
    }
    ConfigTree json = ConfigTree.of(SourceFile.of("e.json", FileKind.UNKNOWN, text(expected)));
    Set<String> lines = new HashSet<>();
    lines.add(value(json, "file") + ":" + value(json, "line"));
    json.at("also_ok_lines")
        .ifPresent(n -> n.children().forEach(c -> lines.add(c.text().orElseThrow())));
    return new Incident(folder, value(json, "family"), lines);
  }

  private static String value(ConfigTree json, String key) {
    return json.at(key).flatMap(ConfigNode::text).orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isClean() {
    return family.equals("clean");
  }

  String name() {
    return folder.getFileName().toString();
  }

  Report lint(Linter linter) {
    return linter.lint(WorkspaceLoader.builder().base(folder).paths(List.of(folder)).load());
  }

  boolean isFound(Report report) {
    return report.findings().stream().anyMatch(f -> lines.contains(place(f)));
  }

  List<Finding> falseAlarms(Report report) {
    return report.findings().stream().filter(Incident::isAlarm).toList();
  }

  private static boolean isAlarm(Finding finding) {
    String family = finding.rule().substring(0, finding.rule().indexOf('/'));
    return finding.severity() == Severity.ERROR
        || (finding.severity() == Severity.WARNING && !POLICY.contains(family));
  }

  static String place(Finding finding) {
    return finding.location().file().path() + ":" + finding.location().start().line();
  }
}

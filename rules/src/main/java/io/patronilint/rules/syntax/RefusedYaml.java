package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.secret.Secrets;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;
import io.patronilint.rules.support.Templates;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of a YAML file that PyYAML refuses; the rules share it, each for its own kinds. */
final class RefusedYaml {

  private static final List<String> TEMPLATES =
      List.of(".j2", ".jinja", ".jinja2", ".tpl", ".tmpl", ".gotmpl", ".erb", ".ctmpl", ".in");

  private RefusedYaml() {}

  /** Tells whether {@code file} was read and is YAML to Patroni or to {@code patronictl}. */
  static boolean isYaml(SourceFile file) {
    return file.problems().isEmpty()
        && switch (file.kind()) {
          case PATRONI, DYNAMIC, DYNAMIC_CACHE -> true;
          default -> false;
        };
  }

  /** Tells whether {@code file} is refused because a template engine has yet to render it. */
  static boolean isTemplate(SourceFile file) {
    return isYaml(file)
        && file.yaml().problems().stream()
            .anyMatch(
                p ->
                    p.kind() == YamlProblem.Kind.TEMPLATE
                        || (saysTemplate(file.path()) && Templates.branching(file.text())));
  }

  /** Tells whether the path says that the file is a template. */
  static boolean saysTemplate(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("template") || TEMPLATES.stream().anyMatch(lower::endsWith);
  }

  /**
   * Returns the problems of {@code file} that are of one of {@code kinds}; none of a template, of
   * which {@code syntax/unrendered-template} says all that can be said.
   */
  static List<YamlProblem> problems(SourceFile file, YamlProblem.Kind... kinds) {
    if (!isYaml(file) || isTemplate(file)) {
      return List.of();
    }
    List<YamlProblem.Kind> wanted = Arrays.asList(kinds);
    return file.yaml().problems().stream().filter(p -> wanted.contains(p.kind())).toList();
  }

  /** Reports every problem of {@code file} that is of one of {@code kinds}. */
  static void report(SourceFile file, Findings findings, YamlProblem.Kind... kinds) {
    for (YamlProblem problem : problems(file, kinds)) {
      findings.add(at(file, problem), what(file, problem) + " " + consequence(file));
    }
  }

  /** Repeats the message unless it may name a part of a secret. */
  private static String what(SourceFile file, YamlProblem problem) {
    int line = file.text().lineAt(problem.span().start());
    boolean secret = !Secrets.none().maskLine(file, line).equals(file.text().line(line));
    return secret
        ? "The value is no YAML as it stands; put single quotes around it."
        : problem.message();
  }

  /** Starts the finding of {@code problem}. */
  static Finding.Builder at(SourceFile file, YamlProblem problem) {
    Finding.Builder finding = Finding.at(new Location(file, problem.span()));
    return file.kind() == FileKind.DYNAMIC_CACHE ? finding.severity(Severity.WARNING) : finding;
  }

  /** Says what happens to a file that cannot be parsed, or that holds no mapping. */
  static String consequence(SourceFile file) {
    return switch (file.kind()) {
      case DYNAMIC -> "patronictl edit-config refuses this file, so nothing in it takes effect.";
      case DYNAMIC_CACHE ->
          "Patroni skips this file when it starts, so the dynamic configuration is lost if its key"
              + " in the DCS is gone too.";
      default ->
          "Patroni does not start with this file, and a running one keeps its old configuration"
              + " when it is told to reload.";
    };
  }
}

package io.patronilint.rules.backup;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags a command that YAML takes for a boolean or a number.
 *
 * <p>Source: {@code ConfigWriter.write_param} writes Python's {@code str()} of the value, so {@code
 * true} becomes the command {@code True}, and there is no such program.
 */
public final class BooleanCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/boolean-command",
          Severity.ERROR,
          "A command is a boolean or a number to YAML",
          Safety.UNSAFE);

  private static final List<String> COMMANDS =
      List.of(
          "archive_command", "restore_command", "archive_cleanup_command", "recovery_end_command");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode section : Sections.postgresql(node)) {
      section.child("parameters").ifPresent(p -> check(node, p, findings));
      section.child("recovery_conf").ifPresent(c -> check(node, c, findings));
    }
    for (ConfigNode root : Sections.dynamic(node)) {
      root.child("standby_cluster").ifPresent(s -> check(node, s, findings));
    }
    Sections.bootstrapRecoveryConf(node).ifPresent(c -> check(node, c, findings));
  }

  private static void check(Node node, ConfigNode section, Findings findings) {
    for (String name : COMMANDS) {
      ConfigNode command = section.child(name).orElse(null);
      if (command != null
          && (command.type() == ScalarType.BOOL || command.type() == ScalarType.INT)) {
        report(node, section, command, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode section, ConfigNode command, Findings findings) {
    String written = command.yaml().resolved() instanceof YamlScalar scalar ? scalar.content() : "";
    String text = command.text().orElse("");
    Finding.Builder finding = Finding.at(command.valueLocation()).path(command.path());
    if (!certain(section, command.key())) {
      finding.severity(Severity.WARNING);
    }
    String lower = written.toLowerCase(Locale.ROOT);
    if (lower.equals("true") || lower.equals("false")) {
      String program = "/bin/" + lower;
      Optional<String> live =
          Patronictl.dynamicPath(command).map(path -> Patronictl.set(node, path, program));
      YamlFix.of(
              YamlEditor.set(command.file(), command.keys(), program),
              "name-program",
              "Write " + program,
              Safety.UNSAFE,
              live)
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        command.key()
            + ": "
            + written
            + " is "
            + (command.type() == ScalarType.BOOL ? "a boolean" : "a number")
            + " to YAML. Patroni writes it as the command \""
            + text
            + "\", and there is no such program: "
            + consequence(command.key()));
  }

  /** Without archiving nobody runs archive_command, and the other two only leave warnings. */
  private static boolean certain(ConfigNode section, String name) {
    return switch (name) {
      case "restore_command" -> true;
      case "archive_command" ->
          section
              .child("archive_mode")
              .flatMap(ConfigNode::text)
              .map(mode -> mode.toLowerCase(Locale.ROOT))
              .filter(mode -> List.of("on", "true", "always", "yes", "1").contains(mode))
              .isPresent();
      default -> false;
    };
  }

  private static String consequence(String name) {
    return switch (name) {
      case "archive_command" -> "no WAL is archived, and pg_wal grows until the disk is full.";
      case "restore_command" -> "no WAL is restored, and recovery stops.";
      default -> "it fails each time it is run.";
    };
  }
}

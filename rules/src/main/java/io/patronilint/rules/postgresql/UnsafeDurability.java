package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.py.PyParse;
import java.util.List;
import java.util.Locale;

/**
 * Flags {@code fsync} and {@code full_page_writes} that are switched off: a member that crashes may
 * come back with a broken database, and the second stops pg_rewind.
 *
 * <p>Source: PostgreSQL's documentation of both parameters; pg_rewind asks the source server for
 * {@code full_page_writes} and refuses anything but on.
 */
public final class UnsafeDurability implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/unsafe-durability",
          Severity.ERROR,
          "fsync or full_page_writes is off",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      String name = parameter.name().toLowerCase(Locale.ROOT);
      boolean off = !PyParse.parseBool(parameter.text()).orElse(true);
      if (off && name.equals("fsync")) {
        report(node, parameter, Severity.ERROR, fsync(), findings);
      } else if (off && name.equals("full_page_writes")) {
        boolean rewind = isRewound(node);
        Severity severity = rewind ? Severity.ERROR : Severity.WARNING;
        report(node, parameter, severity, fullPageWrites(rewind), findings);
      }
    }
  }

  private static boolean isRewound(Node node) {
    return LostSettings.configurations(node).stream()
        .flatMap(config -> config.at("postgresql", "use_pg_rewind").stream())
        .anyMatch(Value::truthy);
  }

  private static String fsync() {
    return "fsync is off: after a crash of the machine the database may be broken beyond repair, and"
        + " Patroni promotes or follows such a member all the same.";
  }

  private static String fullPageWrites(boolean rewind) {
    return rewind
        ? "full_page_writes is off: pg_rewind, which use_pg_rewind asks for, refuses such a primary,"
            + " and a former primary does not come back."
        : "full_page_writes is off: after a crash of the machine pages may be torn, unless the file"
            + " system never writes a part of one.";
  }

  private static void report(
      Node node, Parameter parameter, Severity severity, String message, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding =
        Finding.at(setting.valueLocation()).path(setting.path()).severity(severity);
    YamlFix.of(
            YamlEditor.remove(setting.file(), setting.keys()),
            "remove",
            "Remove " + parameter.name() + ", so that it is on",
            Safety.UNSAFE,
            Patronictl.remove(node, List.of(setting)))
        .ifPresent(finding::fix);
    findings.add(finding, message);
  }
}

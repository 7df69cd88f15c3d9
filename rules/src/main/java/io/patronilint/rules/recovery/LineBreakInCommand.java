package io.patronilint.rules.recovery;

import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Sections;
import java.util.List;
import java.util.Optional;

/**
 * Flags a line break in a setting that Patroni writes to postgresql.conf.
 *
 * <p>Source: {@code ConfigWriter.write_param} puts the value between single quotes as it is, and
 * PostgreSQL's configuration files know no string of several lines. A boolean or a name from a list
 * never gets there: {@code transform_postgresql_parameter_value} drops it.
 */
public final class LineBreakInCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/line-break-in-command",
          Severity.ERROR,
          "A line break in a setting makes postgresql.conf unreadable",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode section : Sections.postgresql(node)) {
      section.child("parameters").ifPresent(p -> check(node, p, false, findings));
      section.child("recovery_conf").ifPresent(c -> check(node, c, true, findings));
    }
    for (ConfigNode root : Sections.dynamic(node)) {
      root.child("standby_cluster").ifPresent(s -> check(node, s, true, findings));
    }
    Sections.bootstrapRecoveryConf(node).ifPresent(c -> check(node, c, true, findings));
  }

  private static void check(Node node, ConfigNode section, boolean recovery, Findings findings) {
    if (!section.isMapping()) {
      return;
    }
    for (ConfigNode setting : section.children()) {
      String value = setting.isString() ? setting.text().orElse("") : "";
      boolean written =
          recovery
              ? RecoveryParameters.contains(setting.key())
              : value.strip().chars().anyMatch(c -> c == ' ' || c == '/' || c == '%');
      if (written && value.indexOf('\n') >= 0) {
        report(node, setting, value, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode setting, String value, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    boolean last = value.stripTrailing().indexOf('\n') < 0;
    if (last) {
      chomp(node, setting, value).ifPresent(finding::fix);
    }
    findings.add(
        finding,
        setting.key()
            + (last ? " ends with a line break" : " holds a line break")
            + ". Patroni writes it to postgresql.conf as it is, and PostgreSQL cannot read that"
            + " file then: a reload is refused, and the next start fails.");
  }

  /** A minus behind the indicator of a block scalar takes the line break at its end away. */
  private static Optional<Fix> chomp(Node node, ConfigNode setting, String value) {
    if (!(setting.yaml() instanceof YamlScalar scalar)
        || (scalar.style() != ScalarStyle.LITERAL && scalar.style() != ScalarStyle.FOLDED)) {
      return Optional.empty();
    }
    int indicator = scalar.span().start();
    String text = setting.file().text().text();
    boolean keep = text.startsWith("+", indicator + 1) || text.startsWith("+", indicator + 2);
    if (keep) {
      return Optional.empty();
    }
    Span behind = Span.at(indicator + 1);
    List<String> commands =
        Patronictl.dynamicPath(setting)
            .map(path -> List.of(Patronictl.set(node, path, value.stripTrailing())))
            .orElse(List.of());
    return Optional.of(
        new Fix(
            "chomp",
            "Take the line break away with a minus behind the indicator",
            Safety.SAFE,
            List.of(new FileEdit.Replace(setting.file(), behind, "-")),
            commands,
            List.of()));
  }
}

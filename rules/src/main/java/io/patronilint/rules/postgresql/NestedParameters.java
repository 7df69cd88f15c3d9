package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags a mapping among the parameters, such as the parameters of an extension below its name,
 * which Patroni does not join with a dot.
 *
 * <p>Source: {@code ConfigHandler.get_server_parameters} takes the entries of {@code parameters} as
 * they are.
 */
public final class NestedParameters implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/nested-parameters",
          Severity.ERROR,
          "Parameters stand in a mapping of their own below postgresql.parameters",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      if (parameter.setting().isMapping()) {
        report(node, parameter, findings);
      }
    }
  }

  private static void report(Node node, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    List<ConfigNode> entries = setting.children();
    String name = setting.key();
    boolean extension =
        Parameters.of(node).postgres().history(name).isEmpty() && !entries.isEmpty();
    String example = name + "." + (entries.isEmpty() ? "" : entries.get(0).key());
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    if (extension && isFree(Parameters.of(node).beside(setting), setting)) {
      flatten(setting)
          .flatMap(
              edits ->
                  YamlFix.of(
                      EditResult.of(edits),
                      "flatten",
                      "Write " + example + (entries.size() > 1 ? " and so on" : ""),
                      Safety.SAFE,
                      Patronictl.flatten(node, setting)))
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        extension
            ? "Patroni knows no parameter "
                + name
                + " and drops all that stands below it; the name is meant to be "
                + example
                + "."
            : name + " takes a value, and this is a mapping.");
  }

  private static boolean isFree(List<ConfigNode> section, ConfigNode setting) {
    return setting.children().stream()
        .noneMatch(e -> Parameters.isSet(section, setting.key() + "." + e.key()));
  }

  /** Returns the edits that put the name before each entry, whose lines are moved to the left. */
  private static Optional<List<FileEdit.Replace>> flatten(ConfigNode setting) {
    YamlEntry entry = setting.entry();
    if (entry == null
        || !(entry.value() instanceof YamlMapping mapping)
        || mapping.flow()
        || mapping.anchor() != null
        || !mapping.entries().stream().allMatch(e -> isPlain(setting, e))) {
      return Optional.empty();
    }
    SourceText text = setting.file().text();
    int start = entry.key().span().start();
    int column = text.positionAt(start).column() - 1;
    List<FileEdit.Replace> edits = new ArrayList<>();
    for (YamlEntry each : mapping.entries()) {
      int key = each.key().span().start();
      boolean first = edits.isEmpty();
      int from = first ? start : key - text.positionAt(key).column() + 1;
      if (first && text.text().substring(from, key).contains("#")) {
        return Optional.empty();
      }
      String with = (first ? "" : " ".repeat(column)) + setting.key() + ".";
      edits.add(new FileEdit.Replace(setting.file(), new Span(from, key), with));
    }
    return Optional.of(edits);
  }

  private static boolean isPlain(ConfigNode setting, YamlEntry entry) {
    SourceText text = setting.file().text();
    Span value = entry.value().span();
    String key = entry.name();
    int start = entry.key().span().start();
    return !entry.isMerge()
        && entry.value() instanceof YamlScalar scalar
        && scalar.anchor() == null
        && !value.isEmpty()
        && text.lineAt(value.start()) == text.lineAt(value.end())
        && text.text().startsWith(key, start);
  }
}

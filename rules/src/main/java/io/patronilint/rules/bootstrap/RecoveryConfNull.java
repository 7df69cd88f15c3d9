package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.BootstrapMethod;
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
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.rules.support.ListOfMappings;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags {@code recovery_conf} of a custom bootstrap method that is empty or no mapping.
 *
 * <p>Source: {@code Bootstrap._custom_bootstrap} hands it to {@code
 * ConfigHandler.write_recovery_conf} if the key is there at all, and that calls {@code pop} on it,
 * after the command has run.
 */
public final class RecoveryConfNull implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/recovery-conf-null",
          Severity.ERROR,
          "recovery_conf of the bootstrap method is empty or no mapping",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    ConfigNode conf = method == null ? null : method.recoveryConf().orElse(null);
    if (method == null
        || conf == null
        || conf.isMapping()
        || conf.text().map(Templates::unrendered).orElse(false)) {
      return;
    }
    Finding.Builder finding = Finding.at(conf.keyLocation()).path(conf.path());
    fix(method, conf).ifPresent(finding::fix);
    String what = conf.isNull() ? "empty" : conf.isSequence() ? "a list" : "a single value";
    findings.add(
        finding,
        conf.path()
            + " is "
            + what
            + ", where Patroni needs a mapping. It finds out when the command of the method has"
            + " finished: the bootstrap then fails, however long the restore has taken.");
  }

  private static Optional<Fix> fix(BootstrapMethod method, ConfigNode conf) {
    if (!conf.isNull()) {
      return ListOfMappings.toMapping(conf)
          .flatMap(
              edits ->
                  YamlFix.of(edits, "make-mapping", "Make one mapping of the list", Safety.SAFE));
    }
    Optional<Fix> indent = indent(method, conf);
    return indent.isPresent()
        ? indent
        : YamlFix.of(
            YamlEditor.remove(conf.file(), conf.keys()),
            "remove-section",
            "Remove the empty recovery_conf",
            Safety.UNSAFE);
  }

  /** Recovery settings right behind the empty section were meant to be in it. */
  private static Optional<Fix> indent(BootstrapMethod method, ConfigNode conf) {
    ConfigNode section = method.section();
    if (section == null
        || !(section.yaml() instanceof YamlMapping mapping)
        || mapping.flow()
        || !conf.file().equals(section.file())) {
      return Optional.empty();
    }
    SourceText text = conf.file().text();
    List<FileEdit> edits = new ArrayList<>();
    boolean behind = false;
    for (YamlEntry entry : mapping.entries()) {
      if (behind && !RecoveryParameters.contains(entry.name())) {
        break;
      }
      if (behind) {
        int last = text.lineAt(Math.max(entry.span().start(), entry.span().end() - 1));
        for (int line = text.lineAt(entry.fullSpan().start()); line <= last; line++) {
          if (!text.line(line).isBlank()) {
            Span start = Span.at(text.lineStart(line));
            edits.add(new FileEdit.Replace(conf.file(), start, "  "));
          }
        }
      }
      behind = behind || entry.name().equals("recovery_conf");
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.of("indent", "Indent the settings below recovery_conf", Safety.SAFE, edits));
  }
}

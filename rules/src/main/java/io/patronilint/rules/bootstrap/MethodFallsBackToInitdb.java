package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.EditDistance;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Optional;

/**
 * Flags a custom bootstrap method that Patroni does not run because it finds no command for it.
 *
 * <p>{@code Bootstrap.bootstrap} of Patroni takes the method only if the bootstrap section has a
 * key of that name whose value contains {@code command}; otherwise it runs initdb and says nothing.
 */
public final class MethodFallsBackToInitdb implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/method-falls-back-to-initdb",
          Severity.ERROR,
          "bootstrap.method leads to no command, so Patroni runs initdb",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method =
        BootstrapMethod.of(node).filter(m -> StandbyClusters.of(node).isEmpty()).orElse(null);
    if (method == null || method.runs() || Templates.unrendered(method.name())) {
      return;
    }
    ConfigNode section = method.section();
    Finding.Builder finding =
        Finding.at(method.method().valueLocation()).path(method.method().path());
    String where = "bootstrap." + method.name();
    if (section == null) {
      renamed(node, method).ifPresent(finding::fix);
      findings.add(finding, message(method, "there is no section " + where));
    } else {
      finding.related(section.keyLocation(), "this section has no command");
      if (section.isNull()) {
        findings.add(
            finding,
            "The section " + where + " is empty. The bootstrap fails with a TypeError in Patroni.");
        return;
      }
      misspelt(section).ifPresent(finding::fix);
      findings.add(finding, message(method, "the section " + where + " has no command"));
    }
  }

  private static String message(BootstrapMethod method, String reason) {
    return "bootstrap.method is \""
        + method.name()
        + "\", but "
        + reason
        + ". Patroni runs initdb instead, without a warning, and the cluster starts as a new and"
        + " empty one.";
  }

  /** Renames the only section that has a command and nearly the right name. */
  private static Optional<Fix> renamed(Node node, BootstrapMethod method) {
    List<ConfigNode> sections =
        node.local().at("bootstrap").map(ConfigNode::children).orElse(List.of()).stream()
            .filter(c -> c.isMapping() && c.child("command").isPresent())
            .toList();
    if (sections.size() != 1 || !EditDistance.within(sections.get(0).key(), method.name(), 2)) {
      return Optional.empty();
    }
    ConfigNode section = sections.get(0);
    return rename(section, method.name(), "rename-section");
  }

  private static Optional<Fix> misspelt(ConfigNode section) {
    List<ConfigNode> keys =
        section.isMapping()
            ? section.children().stream()
                .filter(c -> EditDistance.within(c.key(), "command", 2))
                .toList()
            : List.of();
    return keys.size() == 1 ? rename(keys.get(0), "command", "rename-key") : Optional.empty();
  }

  private static Optional<Fix> rename(ConfigNode entry, String name, String fix) {
    return ConfigFixes.of(
        fix,
        "Rename " + entry.path() + " to " + name,
        Safety.UNSAFE,
        YamlEditor.rename(entry.file(), entry.keys(), name));
  }
}

package io.patronilint.rules.backup;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ListOfMappings;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Flags {@code create_replica_methods} that is a text, and a method's section that is a list.
 *
 * <p>Source: {@code Bootstrap.create_replica} goes through the methods with a Python loop, which
 * takes a text letter by letter, and asks the section for its entries with {@code get}, which a
 * list does not have.
 */
public final class ReplicaMethodsNotAList implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/replica-methods-not-a-list",
          Severity.ERROR,
          "create_replica_methods is a text, or the section of a method is a list",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode section : Sections.postgresql(node)) {
      section.child("create_replica_methods").ifPresent(m -> checkList(node, m, findings));
      section.child("create_replica_method").ifPresent(m -> checkList(node, m, findings));
    }
    for (ConfigNode root : Sections.dynamic(node)) {
      root.at("standby_cluster", "create_replica_methods")
          .ifPresent(m -> checkList(node, m, findings));
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode section = method.section();
      if (section != null && section.isSequence() && section.truthy()) {
        reportSection(node, method, section, findings);
      }
    }
  }

  private static void checkList(Node node, ConfigNode methods, Findings findings) {
    String text = methods.isString() ? methods.text().orElse("") : "";
    if (text.isBlank() || Templates.unrendered(text)) {
      return;
    }
    List<String> names =
        Arrays.stream(text.split("[,\\s]+", -1)).filter(n -> !n.isEmpty()).toList();
    Optional<String> command =
        Patronictl.dynamicPath(methods).map(path -> Patronictl.set(node, path, names));
    Finding.Builder finding = Finding.at(methods.valueLocation()).path(methods.path());
    YamlFix.of(
            YamlEditor.set(methods.file(), methods.keys(), names),
            "make-list",
            "Make a list of " + methods.key(),
            Safety.SAFE,
            command)
        .ifPresent(finding::fix);
    findings.add(
        finding,
        methods.key()
            + " is the text \""
            + text
            + "\", where Patroni needs a list. It takes every letter for a method and tries to run"
            + " the program \""
            + text.charAt(0)
            + "\" first; no replica can be created.");
  }

  private static void reportSection(
      Node node, ReplicaMethod method, ConfigNode section, Findings findings) {
    Finding.Builder finding = Finding.at(section.keyLocation()).path(section.path());
    finding.related(method.listed().valueLocation(), "the method is used here");
    ListOfMappings.toMapping(section)
        .flatMap(
            edits ->
                YamlFix.of(
                    edits,
                    "make-mapping",
                    "Make one mapping of the list",
                    Safety.SAFE,
                    ListOfMappings.command(node, section)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        section.path()
            + " is a list, where Patroni needs a mapping. Creating a replica stops with"
            + " \"AttributeError: 'list' object has no attribute 'get'\" or a TypeError, and no"
            + " other method is tried.");
  }
}

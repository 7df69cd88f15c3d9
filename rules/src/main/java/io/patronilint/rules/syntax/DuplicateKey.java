package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Flags a key that comes more than once in one mapping.
 *
 * <p>Source: PyYAML's {@code construct_mapping} puts the entries into a Python dictionary one after
 * the other; the last one stays, and no error or warning is given.
 */
public final class DuplicateKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax/duplicate-key",
          Severity.ERROR,
          "A key comes twice in one mapping, and only the last one counts",
          Safety.SAFE);

  /** Longer values are not repeated in a message. */
  private static final int SHOWN = 60;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (!RefusedYaml.isYaml(file) || Templates.branching(file.text())) {
      return;
    }
    YamlNode root = file.yaml().root();
    if (root != null) {
      visit(file, root, new ArrayList<>(), findings);
    }
  }

  private static void visit(SourceFile file, YamlNode node, List<String> path, Findings findings) {
    if (node instanceof YamlMapping mapping) {
      report(file, mapping, path, findings);
      for (YamlEntry entry : mapping.entries()) {
        path.add((path.isEmpty() ? "" : ".") + entry.name());
        visit(file, entry.value(), path, findings);
        path.remove(path.size() - 1);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        path.add("[" + i + "]");
        visit(file, sequence.items().get(i).node(), path, findings);
        path.remove(path.size() - 1);
      }
    }
  }

  private static void report(
      SourceFile file, YamlMapping mapping, List<String> path, Findings findings) {
    List<YamlEntry> done = new ArrayList<>();
    for (YamlMapping.Duplicate duplicate : mapping.duplicates()) {
      YamlEntry kept = duplicate.kept();
      if (done.stream().anyMatch(k -> k.span().equals(kept.span()))) {
        continue;
      }
      done.add(kept);
      List<YamlEntry> lost =
          mapping.duplicates().stream()
              .filter(d -> d.kept().span().equals(kept.span()))
              .map(YamlMapping.Duplicate::lost)
              .toList();
      String name = String.join("", path) + (path.isEmpty() ? "" : ".") + kept.name();
      add(file, lost, kept, name, findings);
    }
  }

  private static void add(
      SourceFile file, List<YamlEntry> lost, YamlEntry kept, String name, Findings findings) {
    Finding.Builder finding = Finding.at(new Location(file, kept.key().span())).path(name);
    boolean same = lost.stream().allMatch(l -> SameValue.of(l.value(), kept.value()));
    for (YamlEntry entry : lost) {
      finding.related(
          new Location(file, entry.key().span()), same ? "the same again" : "this one is lost");
    }
    DuplicateKeyFixes.of(file, lost, kept, same).forEach(finding::fix);
    String times = lost.size() == 1 ? "twice" : lost.size() + 1 + " times";
    if (same) {
      findings.add(
          finding.severity(Severity.WARNING),
          name
              + " is set "
              + times
              + " to the same value; who changes only the first one of them"
              + " will change nothing.");
      return;
    }
    String what = lost.stream().map(l -> lost(file, l)).collect(Collectors.joining(" and of "));
    findings.add(
        finding,
        name
            + " is set "
            + times
            + ". Patroni takes this last one and never sees that of "
            + what
            + ".");
  }

  private static String lost(SourceFile file, YamlEntry entry) {
    String line = "line " + file.text().positionAt(entry.key().span().start()).line();
    if (DuplicateKeyFixes.holdsSecret(file, entry)) {
      return line;
    }
    if (entry.value() instanceof YamlScalar scalar
        && !scalar.content().isBlank()
        && scalar.content().length() <= SHOWN) {
      return line + ", \"" + scalar.content().strip() + "\"";
    }
    if (entry.value() instanceof YamlMapping mapping && mapping.entries().size() <= 8) {
      String names =
          mapping.entries().stream().map(YamlEntry::name).collect(Collectors.joining(", "));
      return names.isEmpty() ? line : line + " with " + names;
    }
    return line;
  }
}

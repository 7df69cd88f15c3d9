package io.patronilint.cli;

import io.patronilint.cli.output.Remedy;
import io.patronilint.core.Report;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.preview.Advice;
import io.patronilint.core.preview.Verdict;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what to do instead: the fixes of what the rules find on the node, and the verdict's own.
 */
final class Remedies {

  private Remedies() {}

  static List<Remedy> of(Verdict verdict, Report report) {
    List<Remedy> remedies = new ArrayList<>();
    verdict.advice().stream().filter(a -> !a.also()).forEach(a -> remedies.add(own(a)));
    if (!verdict.fine()) {
      Set<SourceFile> files = files(verdict.node());
      for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
        report.findings().stream()
            .filter(f -> f.severity() == severity && files.contains(f.location().file()))
            .forEach(f -> f.fixes().forEach(fix -> add(remedies, f, fix)));
      }
    }
    verdict.advice().stream()
        .filter(a -> a.also() && remedies.stream().noneMatch(r -> covers(r, a)))
        .toList()
        .forEach(a -> remedies.add(own(a)));
    return remedies;
  }

  private static Remedy own(Advice advice) {
    return new Remedy("", "", advice.title(), "", List.of(), advice.commands(), List.of());
  }

  private static boolean covers(Remedy remedy, Advice advice) {
    return remedy.commands().containsAll(advice.commands());
  }

  private static void add(List<Remedy> remedies, Finding finding, Fix fix) {
    List<FileEdit> edits = fix.edits();
    Remedy remedy =
        new Remedy(
            finding.rule(),
            fix.name(),
            fix.title(),
            fix.safety().label(),
            Patch.of(edits).changes(),
            fix.commands(),
            fix.conditions());
    boolean known = remedies.stream().anyMatch(r -> r.title().equals(remedy.title()));
    if (!known) {
      remedies.add(remedy);
    }
  }

  private static Set<SourceFile> files(Node node) {
    Set<SourceFile> files = new HashSet<>(node.local().files());
    if (node.dynamic() != null) {
      files.addAll(node.dynamic().files());
    }
    if (node.dataDirectory() != null) {
      files.addAll(node.dataDirectory().files());
    }
    if (node.pgbackrest() != null) {
      files.add(node.pgbackrest());
    }
    return files;
  }
}

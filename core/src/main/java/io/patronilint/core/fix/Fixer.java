package io.patronilint.core.fix;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.fix.FixOutcome.Applied;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies fixes in memory, pass after pass, until none is left to apply.
 *
 * <p>Fixes that get in each other's way wait for the next pass, so every fix works on the text that
 * it was made for. Nothing is written.
 */
public final class Fixer {

  /** More passes than any real file needs; only fixes that undo each other get there. */
  private static final int PASSES = 20;

  private final Linter linter;
  private final FixPolicy policy;

  /** Prepares to fix what {@code linter} finds, as {@code policy} wants it. */
  public Fixer(Linter linter, FixPolicy policy) {
    this.linter = linter;
    this.policy = policy;
  }

  /**
   * Fixes what {@code before} found.
   *
   * @throws FixFailedException if fixes go on for ever or leave a file that cannot be read
   */
  public FixOutcome fix(Report before) {
    List<Applied> applied = new ArrayList<>();
    Report report = before;
    for (int pass = 0; pass < PASSES; pass++) {
      List<Applied> chosen = choose(report);
      if (chosen.isEmpty()) {
        return new FixOutcome(before, report, applied);
      }
      List<FileEdit> edits = chosen.stream().flatMap(a -> a.fix().edits().stream()).toList();
      Workspace next = report.workspace().apply(edits);
      verify(report.workspace(), next, chosen);
      report = linter.lint(next);
      applied.addAll(chosen);
    }
    throw new FixFailedException("Fixes do not come to an end: " + rules(applied) + ".");
  }

  private List<Applied> choose(Report report) {
    List<Applied> chosen = new ArrayList<>();
    List<FileEdit> taken = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Optional<Fix> fix = policy.toApply(finding);
      if (fix.isPresent() && fix.get().edits().stream().noneMatch(e -> clashes(e, taken))) {
        chosen.add(new Applied(finding, fix.get()));
        taken.addAll(fix.get().edits());
      }
    }
    return chosen;
  }

  private static boolean clashes(FileEdit edit, List<FileEdit> taken) {
    return taken.stream().anyMatch(other -> clash(edit, other));
  }

  /** Edits that touch clash as well: which of them comes first would be left to chance. */
  private static boolean clash(FileEdit one, FileEdit other) {
    if (!one.path().equals(other.path())) {
      return false;
    }
    if (one instanceof FileEdit.Replace a && other instanceof FileEdit.Replace b) {
      Span left = a.span();
      Span right = b.span();
      return left.start() <= right.end() && right.start() <= left.end();
    }
    return true;
  }

  private static void verify(Workspace before, Workspace after, List<Applied> applied) {
    Set<String> readable = readable(before);
    readable.removeAll(readable(after));
    Set<String> left = after.files().stream().map(SourceFile::path).collect(Collectors.toSet());
    readable.retainAll(left);
    if (!readable.isEmpty()) {
      throw new FixFailedException(
          "Fixes would leave "
              + String.join(", ", readable)
              + " unreadable: "
              + rules(applied)
              + ".");
    }
  }

  private static Set<String> readable(Workspace workspace) {
    Set<String> paths = new HashSet<>();
    for (SourceFile file : workspace.files()) {
      if (isReadable(file)) {
        paths.add(file.path());
      }
    }
    return paths;
  }

  private static boolean isReadable(SourceFile file) {
    return switch (file.kind()) {
      case PATRONI, DYNAMIC, DYNAMIC_CACHE -> file.yaml().accepted();
      case AUTO_CONF, POSTGRESQL_CONF, RECOVERY_CONF -> file.conf().problems().isEmpty();
      case PGBACKREST -> file.ini().problems().isEmpty();
      default -> true;
    };
  }

  private static String rules(List<Applied> applied) {
    return applied.stream()
        .map(a -> a.finding().rule())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}

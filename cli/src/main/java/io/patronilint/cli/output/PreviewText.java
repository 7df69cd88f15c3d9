package io.patronilint.cli.output;

import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.preview.Contents;
import io.patronilint.core.preview.Evidence;
import io.patronilint.core.preview.Outcome;
import io.patronilint.core.preview.Verdict;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;

/** The preview for people: the verdict first, then why, then what to do. */
final class PreviewText {

  private final Look look;
  private final Page page;

  PreviewText(Look look) {
    this.look = look;
    this.page = new Page(look);
  }

  String of(PreviewReport.Entry entry) {
    Verdict verdict = entry.verdict();
    headline(verdict);
    page.paragraph(verdict.reason(), "  ", "  ");
    evidence(verdict.evidence());
    page.bullets("What gets lost", verdict.losses());
    remedies(entry.remedies(), verdict.fine());
    if (!look.quiet()) {
      changes(verdict.changes());
      page.bullets("Taken for granted", verdict.assumptions());
    }
    page.bullets("What would make it certain", verdict.needs());
    return page.toString();
  }

  private void headline(Verdict verdict) {
    boolean unknown = verdict.outcome() == Outcome.UNKNOWN;
    boolean blank = unknown && verdict.contents() == Contents.UNKNOWN;
    String words = outcome(verdict.outcome()) + (blank ? "" : ", " + contents(verdict.contents()));
    Severity severity = unknown ? Severity.WARNING : Severity.ERROR;
    page.append(
        look.style().bold(page.clean(verdict.node().name() + about(verdict.node())) + ": "));
    page.append(verdict.fine() ? look.style().help(words) : look.style().severity(severity, words));
    page.append('\n');
  }

  private static String about(Node node) {
    List<String> parts = new ArrayList<>();
    if (node.target().patroni() != null) {
      parts.add("Patroni " + node.target().patroni());
    }
    if (node.target().postgresql() != null) {
      parts.add("PostgreSQL " + node.target().postgresql());
    }
    if (node.dcs() != DcsState.UNKNOWN) {
      parts.add(node.dcs() == DcsState.KEPT ? "DCS kept" : "DCS wiped");
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case PRIMARY -> "becomes primary";
      case REPLICA -> "becomes a replica";
      case WAITS_FOR_WAL -> "waits for WAL";
      case WAITS_FOR_LEADER -> "waits for a leader";
      case PAUSED -> "stays paused";
      case EXITS -> "Patroni exits";
      case EMPTY_CLUSTER -> "becomes primary of an EMPTY cluster";
      case BROKEN_LOOP -> "fails in every loop";
      case UNKNOWN -> "cannot be told";
    };
  }

  private static String contents(Contents contents) {
    return switch (contents) {
      case COMPLETE -> "all data";
      case PAST_TARGET -> "data beyond the recovery target";
      case TRUNCATED -> "data is missing";
      case EMPTY -> "no data";
      case NONE -> "nothing can be queried";
      case UNKNOWN -> "what data it has is not known";
    };
  }

  private void evidence(List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return;
    }
    page.heading("Because");
    for (Evidence e : evidence) {
      Location place = e.location();
      if (place == null) {
        page.paragraph(e.text(), "  - ", "    ");
      } else {
        String where = page.clean(place.file().path()) + ":" + place.start().line();
        page.paragraph(where + "  " + e.text(), "  - ", "    ");
      }
    }
  }

  private void changes(List<Patch.Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    page.heading("What Patroni changes before it starts PostgreSQL");
    for (Patch.Change change : changes) {
      boolean signal = change.path().endsWith(".signal");
      if (signal) {
        String verb = change.after() == null ? "removed: " : "created: ";
        page.append("  ").append(verb).append(page.clean(change.path())).append('\n');
      } else {
        page.diff(change, "  ");
      }
    }
  }

  private void remedies(List<Remedy> remedies, boolean fine) {
    if (remedies.isEmpty()) {
      return;
    }
    page.heading(fine ? "What else to do" : "What to do instead");
    int number = 0;
    for (Remedy remedy : remedies) {
      number++;
      String label = number + ". ";
      page.paragraph(remedy.title() + safety(remedy) + ".", "  " + label, "     ");
      for (Patch.Change change : remedy.changes()) {
        page.diff(change, "       ");
      }
      List<String> commands = new ArrayList<>(remedy.commands());
      if (!commands.isEmpty()) {
        page.append("     ").append(remedy.changes().isEmpty() ? "run:" : "then run:").append('\n');
      }
      for (String command : commands) {
        page.command(command, "       ");
      }
      for (String condition : remedy.conditions()) {
        page.paragraph(condition, "     - ", "       ");
      }
    }
  }

  private static String safety(Remedy remedy) {
    return remedy.changes().isEmpty() || !List.of("safe", "unsafe").contains(remedy.safety())
        ? ""
        : " ("
            + remedy.safety()
            + ": patroni-lint fix "
            + (remedy.safety().equals("unsafe") ? "--unsafe-fixes " : "")
            + "--prefer "
            + remedy.fix()
            + ")";
  }
}

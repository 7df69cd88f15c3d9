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

  private static final int NARROWEST = 30;

  private final Look look;
  private final StringBuilder out = new StringBuilder();

  PreviewText(Look look) {
    this.look = look;
  }

  String of(PreviewReport.Entry entry) {
    Verdict verdict = entry.verdict();
    headline(verdict);
    paragraph(verdict.reason(), "  ", "  ");
    evidence(verdict.evidence());
    bullets("What gets lost", verdict.losses());
    remedies(entry.remedies(), verdict.fine());
    if (!look.quiet()) {
      changes(verdict.changes());
      bullets("Taken for granted", verdict.assumptions());
    }
    bullets("What would make it certain", verdict.needs());
    return out.toString();
  }

  private void headline(Verdict verdict) {
    boolean unknown = verdict.outcome() == Outcome.UNKNOWN;
    boolean blank = unknown && verdict.contents() == Contents.UNKNOWN;
    String words = outcome(verdict.outcome()) + (blank ? "" : ", " + contents(verdict.contents()));
    Severity severity = unknown ? Severity.WARNING : Severity.ERROR;
    out.append(look.style().bold(clean(verdict.node().name() + about(verdict.node())) + ": "));
    out.append(verdict.fine() ? look.style().help(words) : look.style().severity(severity, words));
    out.append('\n');
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
    heading("Because");
    for (Evidence e : evidence) {
      Location place = e.location();
      if (place == null) {
        paragraph(e.text(), "  - ", "    ");
      } else {
        String where = clean(place.file().path()) + ":" + place.start().line();
        paragraph(where + "  " + e.text(), "  - ", "    ");
      }
    }
  }

  private void changes(List<Patch.Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    heading("What Patroni changes before it starts PostgreSQL");
    for (Patch.Change change : changes) {
      boolean signal = change.path().endsWith(".signal");
      if (signal) {
        String verb = change.after() == null ? "removed: " : "created: ";
        out.append("  ").append(verb).append(clean(change.path())).append('\n');
      } else {
        diff(look.masking().diff(change), "  ");
      }
    }
  }

  private void diff(String diff, String indent) {
    for (String line : PatchText.paint(diff, look.style()).split("\n", -1)) {
      boolean git =
          line.contains("diff --git") || line.startsWith("index ") || line.contains("file mode ");
      if (!line.isEmpty() && !git) {
        out.append(indent).append(line).append('\n');
      }
    }
  }

  private void remedies(List<Remedy> remedies, boolean fine) {
    if (remedies.isEmpty()) {
      return;
    }
    heading(fine ? "What else to do" : "What to do instead");
    int number = 0;
    for (Remedy remedy : remedies) {
      number++;
      String label = number + ". ";
      paragraph(remedy.title() + safety(remedy) + ".", "  " + label, "     ");
      for (Patch.Change change : remedy.changes()) {
        diff(look.masking().diff(change), "       ");
      }
      List<String> commands = new ArrayList<>(remedy.commands());
      if (!commands.isEmpty()) {
        out.append("     ").append(remedy.changes().isEmpty() ? "run:" : "then run:").append('\n');
      }
      for (String command : commands) {
        for (String line : Printable.block(look.masking().text(command)).split("\n", -1)) {
          out.append("       ").append(line).append('\n');
        }
      }
      for (String condition : remedy.conditions()) {
        paragraph(condition, "     - ", "       ");
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

  private void bullets(String title, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    heading(title);
    items.forEach(item -> paragraph(item, "  - ", "    "));
  }

  private void heading(String title) {
    out.append('\n').append(look.style().bold(title)).append('\n');
  }

  private void paragraph(String text, String first, String rest) {
    String indent = first;
    int width = Math.max(NARROWEST, look.width() - rest.length());
    for (String line : Wrap.lines(clean(text), width)) {
      out.append(indent).append(line).append('\n');
      indent = rest;
    }
  }

  private String clean(String text) {
    return Printable.line(look.masking().text(text));
  }
}

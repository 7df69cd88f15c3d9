package io.patronilint.cli.output;

import io.patronilint.core.finding.Severity;
import io.patronilint.rules.restore.RestoreCheck;
import io.patronilint.rules.restore.RestoreVerification;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What was found after a restore. */
public final class RestoreVerifyReport {

  /** The forms it can take. */
  public enum Format {
    /** For people. */
    TEXT,
    /** For programs; see {@code patroni-lint-restore-verify.schema.json}. */
    JSON,
    /** For monitoring: metrics of Prometheus. */
    PROMETHEUS;

    /** Returns the name used on the command line. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final List<RestoreVerification> verified;

  /** Prepares the report. */
  public RestoreVerifyReport(List<RestoreVerification> verified) {
    this.verified = List.copyOf(verified);
  }

  /** Writes it to {@code out}. */
  public void write(Format format, Look look, PrintStream out) {
    switch (format) {
      case TEXT -> text(look, out);
      case JSON -> new RestoreVerifyJson(look).write(verified, out);
      case PROMETHEUS -> new RestoreVerifyMetrics(look).write(verified, out);
    }
  }

  private void text(Look look, PrintStream out) {
    Page page = new Page(look);
    for (RestoreVerification one : verified) {
      page.append(page.toString().isEmpty() ? "" : "\n");
      page.append(
          look.style().bold(page.clean(one.cluster().isEmpty() ? "cluster" : one.cluster())));
      page.append(": ").append(headline(look, one)).append('\n');
      for (RestoreCheck check : one.checks()) {
        check(page, look, check);
      }
    }
    out.append(page.toString());
  }

  private static String headline(Look look, RestoreVerification one) {
    long open = one.checks().stream().filter(check -> !check.settled()).count();
    String where =
        (one.timeline() > 0 ? ", timeline " + one.timeline() : "")
            + (one.leader().isEmpty() ? "" : ", " + one.leader() + " leads");
    if (one.fine()) {
      return look.style().help("recovery is complete") + where;
    }
    return one.complete()
        ? look.style().severity(Severity.WARNING, "recovery is complete, but not all is done")
            + where
            + " ("
            + open
            + " open)"
        : look.style().severity(Severity.ERROR, "recovery is not complete") + where;
  }

  private static void check(Page page, Look look, RestoreCheck check) {
    String mark =
        switch (check.status()) {
          case OK -> look.style().help("ok      ");
          case OPEN -> look.style().severity(Severity.ERROR, "open    ");
          case UNKNOWN -> look.style().severity(Severity.WARNING, "unknown ");
          case NOTE -> look.style().severity(Severity.INFO, "note    ");
        };
    String place =
        check.place() == null || check.settled()
            ? ""
            : " [" + check.place().file().path() + ":" + check.place().start().line() + "]";
    page.append("  ").append(mark);
    page.paragraph(check.text() + place, "", "          ");
    check.commands().forEach(command -> page.command(command, "            "));
  }
}

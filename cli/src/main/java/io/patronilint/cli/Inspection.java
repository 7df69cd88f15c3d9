package io.patronilint.cli;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.rule.Rule;
import java.util.List;

/** Finds the files that the options name and runs the rules over them. */
final class Inspection {

  private final CheckOptions options;
  private final Shell shell;
  private final Linter linter;
  private boolean outputs;

  /**
   * Prepares the run.
   *
   * @throws UsageException if the options name a rule that does not exist, or a schema that is none
   */
  Inspection(CheckOptions options, List<Rule> all, Shell shell) {
    this.options = options;
    this.shell = shell;
    String schema = options.schema();
    List<Rule> known = schema == null ? all : TeamRules.added(all, Loading.path(schema, shell));
    List<Rule> rules = RuleSelection.choose(known, options.select(), options.ignore());
    Linter.Builder builder = Linter.builder().rules(rules).jobs(options.jobs());
    if (options.host()) {
      Machine.add(builder, options, shell);
    } else if (options.hostUser() != null) {
      throw new UsageException("--host-user: it needs --host");
    }
    this.linter = builder.build();
  }

  /** Reads the files and runs the rules. */
  Report run() {
    Loading loading = new Loading(options.files(), shell);
    return linter.lint((outputs ? loading.withOutputs() : loading).load());
  }

  /** Takes what commands printed, and was put beside a file that is named, for named as well. */
  Inspection withOutputs() {
    outputs = true;
    return this;
  }

  /** Returns the linter with the chosen rules. */
  Linter linter() {
    return linter;
  }
}

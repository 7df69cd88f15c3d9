package io.patronilint.rules.structure;

import io.patronilint.core.edit.YamlEditor;
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
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags options of initdb and pg_basebackup that Patroni or the program refuses.
 *
 * <p>Source: {@code Bootstrap.process_user_options}, {@code Bootstrap._initdb} and {@code
 * Bootstrap.basebackup}; the options of the two programs as PostgreSQL documents them.
 */
public final class InvalidProgramOption implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/invalid-program-option",
          Severity.ERROR,
          "An option of initdb or pg_basebackup is written so that it is refused",
          Safety.UNSAFE);

  /** Options that take no value, of both programs. */
  private static final Set<String> SWITCHES =
      Set.of(
          "data-checksums",
          "no-data-checksums",
          "allow-group-access",
          "no-locale",
          "no-clean",
          "no-sync",
          "no-instructions",
          "debug",
          "progress",
          "verbose",
          "no-verify-checksums",
          "no-estimate-size",
          "no-slot",
          "no-manifest");

  /** Options of initdb that need a value. */
  private static final Set<String> VALUED =
      Set.of("encoding", "locale", "auth", "auth-host", "auth-local", "username", "wal-segsize");

  private static final Set<String> TAKEN_BY_INITDB =
      Set.of("pgdata", "nosync", "pwfile", "sync-only", "version");

  private static final Set<String> TAKEN_BY_BASEBACKUP =
      Set.of(
          "pgdata",
          "format",
          "wal-method",
          "xlog-method",
          "gzip",
          "version",
          "dbname",
          "host",
          "port",
          "username",
          "password");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigFixes fixes = new ConfigFixes(node);
    node.local()
        .at("bootstrap", "initdb")
        .ifPresent(o -> check(o, "initdb", TAKEN_BY_INITDB, fixes, findings));
    for (ConfigNode section : Sections.postgresql(node)) {
      section
          .child("basebackup")
          .ifPresent(o -> check(o, "pg_basebackup", TAKEN_BY_BASEBACKUP, fixes, findings));
    }
  }

  private static void check(
      ConfigNode options, String program, Set<String> taken, ConfigFixes fixes, Findings findings) {
    if (options.isMapping()) {
      options.children().forEach(c -> option(c, c, program, taken, fixes, findings));
    } else if (options.isSequence()) {
      options.children().forEach(item -> item(item, program, taken, fixes, findings));
    } else if (options.truthy() && !isOpen(options)) {
      findings.add(
          Finding.at(options.valueLocation()).path(options.path()),
          options.path()
              + " has to be a list or a mapping; this is a string, which "
              + (program.equals("initdb") ? "lets the bootstrap fail." : "is dropped.")
              + (options.text().orElse("").startsWith("-")
                  ? " A blank is missing behind the dash."
                  : ""));
    }
  }

  private static void item(
      ConfigNode item, String program, Set<String> taken, ConfigFixes fixes, Findings findings) {
    if (item.isMapping() && item.children().size() == 1) {
      option(item.children().get(0), item, program, taken, fixes, findings);
    } else if (item.isMapping()) {
      add(item, program, "has several options in one item; each needs a dash of its own", findings);
    } else if (!item.isString()) {
      add(item, program, "has an item that is no string", findings);
    } else if (!isOpen(item)) {
      name(item, program, taken, fixes, findings);
    }
  }

  private static void name(
      ConfigNode item, String program, Set<String> taken, ConfigFixes fixes, Findings findings) {
    String text = item.text().orElse("");
    if (taken.contains(text)) {
      add(item, program, "may not have the option " + text + ": Patroni sets it", findings);
    } else if (text.startsWith("-")) {
      String bare = text.replaceFirst("^-+", "");
      Finding.Builder finding = at(item, program);
      fixes
          .replace("no-dashes", "Take the dashes away", Safety.UNSAFE, item, bare)
          .ifPresent(finding::fix);
      findings.add(
          finding,
          text(item, program, "has the option " + text + ", which Patroni puts dashes before"));
    } else if (program.equals("initdb") && VALUED.contains(text)) {
      add(item, program, "has the option " + text + " without the value that it needs", findings);
    } else if (text.contains(" ") && !text.contains("=")) {
      add(item, program, "has an option with a blank in its name: " + text, findings);
    }
  }

  private static void option(
      ConfigNode value,
      ConfigNode item,
      String program,
      Set<String> taken,
      ConfigFixes fixes,
      Findings findings) {
    String name = value.key();
    boolean list = value != item;
    if (Templates.unrendered(name) || isOpen(value)) {
      return;
    }
    if (taken.contains(name)) {
      add(value, program, "may not have the option " + name + ": Patroni sets it", findings);
    } else if (name.startsWith("-")) {
      add(value, program, "has " + name + ", which Patroni puts dashes before", findings);
    } else if (SWITCHES.contains(name) && !(list ? value.isNull() : !value.truthy())) {
      Finding.Builder finding = at(value, program);
      boolean on = list && !value.text().orElse("").equalsIgnoreCase("false");
      (on
              ? fixes.replace("switch", "Leave the value out", Safety.UNSAFE, item, name)
              : Optional.<Fix>empty())
          .ifPresent(finding::fix);
      findings.add(finding, text(value, program, name + " is a switch: it takes no value"));
    } else if (!value.isString() && (list || value.truthy())) {
      Finding.Builder finding = at(value, program);
      ConfigFixes.of(
              "quote",
              "Quote the value",
              Safety.UNSAFE,
              YamlEditor.quote(value.file(), value.keys()))
          .filter(f -> !value.isNull())
          .ifPresent(finding::fix);
      findings.add(finding, text(value, program, "needs a string as the value of " + name));
    }
  }

  private static Finding.Builder at(ConfigNode node, String program) {
    return Finding.at(node.location())
        .path(node.path())
        .severity(program.equals("initdb") ? Severity.ERROR : Severity.WARNING);
  }

  private static void add(ConfigNode node, String program, String what, Findings findings) {
    findings.add(at(node, program), text(node, program, what));
  }

  private static String text(ConfigNode node, String program, String what) {
    List<String> parts = new ArrayList<>();
    boolean named = what.startsWith(node.key() + " is");
    parts.add(named ? what : program + " " + what);
    parts.add(
        program.equals("initdb")
            ? "; the bootstrap of a new cluster fails."
            : "; Patroni logs an error and leaves the option out, or every copy of a member fails.");
    return String.join("", parts);
  }

  private static boolean isOpen(ConfigNode node) {
    return Templates.unrendered(node.text().orElse(""));
  }
}

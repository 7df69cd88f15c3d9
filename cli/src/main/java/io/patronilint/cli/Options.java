package io.patronilint.cli;

import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.workspace.DcsState;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Options that several commands share. */
final class Options {

  private Options() {}

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .description("Show this help.")
        .build();
  }

  static OptionSpec color() {
    return OptionSpec.builder("--color")
        .type(ColorMode.class)
        .converters(Choice.of(ColorMode.class))
        .paramLabel("WHEN")
        .description(
            "auto, always or never. auto: if the output is a terminal and NO_COLOR is not"
                + " set.")
        .build();
  }

  static OptionSpec quiet() {
    return flag("-q", "--quiet", "Print findings only: no summary, no hints.");
  }

  static OptionGroup output() {
    return OptionGroup.of(
        "Output",
        OptionSpec.builder("-f", "--format")
            .type(ReportFormat.class)
            .converters(Choice.of(ReportFormat.class))
            .paramLabel("FORMAT")
            .description(
                "text (the default), concise (one line a finding), json or prometheus (metrics).")
            .build(),
        outputFiles(),
        color(),
        quiet(),
        OptionSpec.builder("--fail-on")
            .type(FailOn.class)
            .converters(Choice.of(FailOn.class))
            .paramLabel("SEVERITY")
            .description(
                "Exit with 1 if something as bad as this is found: error (the default),"
                    + " warning, info or never.")
            .build());
  }

  static OptionSpec outputFiles() {
    return OptionSpec.builder("-o", "--output")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("FORMAT=FILE")
        .description("Write a report to a file as well; may be repeated.")
        .build();
  }

  static OptionSpec previewFormat() {
    return OptionSpec.builder("-f", "--format")
        .type(ReportFormat.class)
        .converters(Choice.of(ReportFormat.class))
        .paramLabel("FORMAT")
        .description("text (the default) or json.")
        .build();
  }

  static OptionGroup rules() {
    return OptionGroup.of(
        "Rules",
        list(
            "--select",
            "RULE",
            "Run only these rules or families, and those of syntax; commas or repeat."),
        list("--ignore", "RULE", "Do not run these rules or families; commas or repeat."),
        text(
            "--schema",
            "FILE",
            "A JSON Schema of your own for patroni.yml; its findings are called team/schema."),
        flag("--host", "Look at this machine as well: programs, files, owners, modes, ports."),
        text(
            "--host-user",
            "USER",
            "With --host: who runs Patroni; default: the owner of the data directory."));
  }

  static OptionGroup target() {
    return OptionGroup.of(
        "Versions, where the files do not show them",
        text("--patroni-version", "VERSION", "For instance 4.1 or 3.0.2."),
        text("--postgres-version", "VERSION", "The major version, for instance 16."));
  }

  static OptionGroup context() {
    return OptionGroup.of(
        "What belongs to the configuration, where discovery does not find it",
        text("--dynamic-config", "FILE", "Output of `patronictl show-config`."),
        text("--data-dir", "DIR", "The data directory of PostgreSQL, or a copy of its files."),
        text("--auto-conf", "FILE", "A postgresql.auto.conf outside its data directory."),
        text("--pgbackrest-conf", "FILE", "The pgbackrest.conf of the nodes."),
        text("--env-file", "FILE", "PATRONI_* variables, one NAME=value a line."),
        OptionSpec.builder("--dcs")
            .type(DcsState.class)
            .converters(Choice.of(DcsState.class))
            .paramLabel("STATE")
            .description(
                "The cluster's keys in the DCS are kept, wiped (`patronictl remove` was"
                    + " run) or unknown (the default).")
            .build(),
        text("--stdin-filename", "NAME", "The name of what comes by standard input (PATH -)."));
  }

  static PositionalParamSpec paths() {
    return words(
        "PATH", "Files and directories; - is standard input. Default: the current directory.");
  }

  /** Takes all words that are no options. */
  static PositionalParamSpec words(String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec jobs() {
    return OptionSpec.builder("-j", "--jobs")
        .type(int.class)
        .paramLabel("N")
        .description(
            "Threads to use at most; the result is the same with any number. Default: one a"
                + " processor.")
        .build();
  }

  static OptionSpec list(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  private static OptionSpec flag(String shortName, String name, String description) {
    return OptionSpec.builder(shortName, name).type(boolean.class).description(description).build();
  }
}

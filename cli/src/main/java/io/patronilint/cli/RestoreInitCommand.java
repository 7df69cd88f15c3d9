package io.patronilint.cli;

import io.patronilint.core.workspace.Workspace;
import io.patronilint.rules.restore.BackupTool;
import io.patronilint.rules.restore.FragmentException;
import io.patronilint.rules.restore.FragmentRequest;
import io.patronilint.rules.restore.FragmentValues;
import io.patronilint.rules.restore.RestoreFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code restore init}: writes the part of a configuration that a restore needs. */
final class RestoreInitCommand implements Command {

  private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9._-]+");

  @Override
  public String name() {
    return "restore init";
  }

  @Override
  public String summary() {
    return "Write what a restore needs into a file to keep beside patroni.yml";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint restore init --tool TOOL --env NAME [OPTION...] [PATH...]")
        .description(
            summary()
                + ": a custom bootstrap method, restore_command and a method for replicas, with"
                + " comments. The values are those of the cluster's own files; options say what"
                + " no file does. Review it, and commit it.%n")
        .footer(
            "",
            "Examples:",
            "  patroni-lint restore init --tool pgbackrest --env production patroni.yml",
            "  patroni-lint restore init --tool pgbackrest --env test --stanza demo",
            "  patroni-lint restore init --tool barman --env dr --server main \\",
            "    --barman-host backup.example.org --output dr/restore.yml patroni.yml");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        OptionGroup.of(
            "What is wanted",
            Options.text("--tool", "TOOL", "pgbackrest, wal-g or barman."),
            Options.text("--env", "NAME", "The environment, such as production."),
            RestoreOptions.target(),
            Options.text("--member", "NAME", "The member that is restored."),
            RestoreOptions.backup()),
        OptionGroup.of(
            "Output",
            OptionSpec.builder("-o", "--output")
                .type(String.class)
                .paramLabel("FILE")
                .description("The file; default: restore-NAME.yml. - is standard output.")
                .build(),
            Options.flag("--force", "Replace the file if it exists.")),
        OptionGroup.of(
            "What no file says",
            Options.text("--stanza", "NAME", "pgBackRest: the stanza."),
            Options.text("--server", "NAME", "Barman: the server, as Barman calls it."),
            Options.text("--barman-host", "HOST", "Barman: its machine; USER@HOST too."),
            Options.text("--address", "HOST", "Barman: where it reaches the member by ssh."),
            Options.text("--envdir", "DIR", "WAL-G: the folder of variables for envdir.")),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    FileOptions options = FileOptions.of(arguments);
    EffectiveCommand.refuseOldVersions(options.target().patroni());
    String environment = environment(arguments);
    String usual = "restore-" + environment + ".yml";
    FragmentFile file =
        new FragmentFile(
            arguments.option("--output", usual), arguments.option("--force", false), shell);
    FragmentRequest request =
        new FragmentRequest(
            tool(arguments),
            environment,
            RestoreOptions.target(arguments),
            FileOptions.text(arguments, "--member"),
            FileOptions.text(arguments, "--backup"),
            values(arguments),
            file.isStandardOutput() ? usual : file.name(),
            commandLine(arguments));
    file.check();
    Workspace workspace = new Loading(options, shell).load();
    if (workspace.isEmpty() && !arguments.words().isEmpty()) {
      return RestoreOptions.nothing(options, shell);
    }
    RestoreFragment fragment = fragment(workspace, request);
    file.write(fragment.text());
    if (!file.isStandardOutput()) {
      shell.out().append(written(fragment, request)).append('\n');
    }
    return ExitCode.OK;
  }

  /** Whether there was a file before does not belong to how the new one was made. */
  private static List<String> commandLine(Arguments arguments) {
    List<String> words = new ArrayList<>(List.of("patroni-lint", "restore", "init"));
    words.addAll(arguments.given());
    words.remove("--force");
    return words;
  }

  private static RestoreFragment fragment(Workspace workspace, FragmentRequest request) {
    try {
      return RestoreFragment.of(workspace, request);
    } catch (FragmentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String environment(Arguments arguments) {
    String name = arguments.option("--env", "");
    if (name.isEmpty()) {
      throw new UsageException("--env is needed: the name of the environment");
    }
    if (!ENVIRONMENT.matcher(name).matches()) {
      throw new UsageException("--env takes letters, digits, '-', '_' and '.', not '" + name + "'");
    }
    return name;
  }

  private static BackupTool tool(Arguments arguments) {
    String word = arguments.option("--tool", "");
    if (word.isEmpty()) {
      throw new UsageException("--tool is needed: pgbackrest, wal-g or barman");
    }
    Choice<BackupTool> choice = Choice.of(BackupTool.class);
    return choice
        .find(word)
        .orElseThrow(() -> new UsageException("--tool: " + choice.complaint(word)));
  }

  private static FragmentValues values(Arguments arguments) {
    return new FragmentValues(
        FileOptions.text(arguments, "--stanza"),
        FileOptions.text(arguments, "--server"),
        FileOptions.text(arguments, "--barman-host"),
        FileOptions.text(arguments, "--envdir"),
        FileOptions.text(arguments, "--data-dir"),
        FileOptions.text(arguments, "--address"));
  }

  private static String written(RestoreFragment fragment, FragmentRequest request) {
    return "Wrote "
        + request.file()
        + " ("
        + request.tool().label()
        + ", "
        + fragment.repository()
        + ", "
        + request.target().words()
        + "). Review it, look at it with its configuration ("
        + fragment.check()
        + "), and commit it.";
  }
}

package io.patronilint.rules.backup;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a method without {@code no_params: true} whose program stops at an option it does not know.
 *
 * <p>{@code Bootstrap._custom_bootstrap} of Patroni appends {@code --scope} and {@code --datadir},
 * {@code Bootstrap.create_replica} also {@code --role}, {@code --connstring} and every other key of
 * the section.
 */
public final class PatroniFlagsRejected implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/patroni-flags-rejected",
          Severity.ERROR,
          "The program of a method rejects the arguments that Patroni adds",
          Safety.SAFE);

  private static final Set<String> STRICT =
      Set.of(
          "pgbackrest",
          "wal-g",
          "wal-e",
          "barman",
          "barman-cloud-restore",
          "pg_probackup",
          "pg_basebackup",
          "tar",
          "cp",
          "rsync");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    StandbyClusters.bootstrapMethod(node)
        .map(BootstrapMethod::section)
        .ifPresent(
            section -> check(node, section, false, !node.target().patroniBefore(2), findings));
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode section = method.section();
      if (section != null && section.isMapping()) {
        check(node, section, true, !node.target().patroniBefore(1, 5, 1), findings);
      }
    }
  }

  private static void check(
      Node node, ConfigNode section, boolean replica, boolean knowsNoParams, Findings findings) {
    ConfigNode noParams = section.child("no_params").orElse(null);
    ConfigNode command = section.child("command").orElse(null);
    if (command == null || (knowsNoParams && noParams != null && skipsFlags(noParams))) {
      return;
    }
    Optional<String> program = command.text().flatMap(PatroniFlagsRejected::strictProgram);
    if (program.isEmpty()) {
      return;
    }
    Finding.Builder finding = Finding.at(command.keyLocation()).path(command.path());
    if (noParams != null) {
      finding.related(noParams.location(), "this does not hold them back");
    }
    if (knowsNoParams) {
      new ConfigFixes(node)
          .set("no-params", "Set no_params: true", Safety.SAFE, section, "no_params", true)
          .ifPresent(finding::fix);
    }
    findings.add(finding, message(program.get(), section, replica, knowsNoParams));
  }

  private static boolean skipsFlags(ConfigNode noParams) {
    return noParams.truthy() || noParams.text().filter(Templates::unrendered).isPresent();
  }

  private static String message(
      String program, ConfigNode section, boolean replica, boolean knowsNoParams) {
    String flags =
        replica ? "--scope, --role, --datadir and --connstring" : "--scope and --datadir";
    return (knowsNoParams ? "Without no_params: true, Patroni appends " : "Patroni appends ")
        + flags
        + " to the command of "
        + section.path()
        + ". "
        + program
        + " rejects them as unknown options, "
        + (replica ? "so this method never makes a replica." : "and the bootstrap fails.");
  }

  /** Returns the program that gets the arguments if it is one that rejects them. */
  private static Optional<String> strictProgram(String command) {
    CommandLine line = CommandLine.ofExec(command);
    if (line.problem() != null || line.calls().size() != 1 || Templates.unrendered(command)) {
      return Optional.empty();
    }
    CommandCall call = line.calls().get(0);
    boolean passedOn = call.wrappers().stream().allMatch(PatroniFlagsRejected::passesArgumentsOn);
    return passedOn ? Optional.of(call.name()).filter(STRICT::contains) : Optional.empty();
  }

  /** With a shell in between, the arguments become positional parameters that nobody reads. */
  private static boolean passesArgumentsOn(String wrapper) {
    return switch (wrapper) {
      case "env",
          "envdir",
          "sudo",
          "timeout",
          "nice",
          "ionice",
          "nohup",
          "setsid",
          "chpst",
          "gosu",
          "su-exec",
          "stdbuf",
          "setpriv" ->
          true;
      default -> false;
    };
  }
}

package io.patronilint.core.preview;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.model.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A custom bootstrap method ({@code Bootstrap._custom_bootstrap}, {@code Ha.post_bootstrap}). */
final class CustomBootstrap {

  private static final Set<String> RESERVED =
      Set.of(
          "command",
          "no_params",
          "keep_existing_recovery_conf",
          "recovery_conf",
          "scope",
          "datadir");

  private final Situation at;
  private final Draft draft;
  private final BootstrapMethod method;
  private final String path;

  CustomBootstrap(Situation at, Draft draft, BootstrapMethod method) {
    this.at = at;
    this.draft = draft;
    this.method = method;
    this.path = "bootstrap." + method.name();
  }

  Verdict start() {
    ConfigNode command =
        method.section() == null ? null : method.section().child("command").orElse(null);
    if (command == null || !command.isString()) {
      return exits(path + ".command is not a command line");
    }
    draft.evidence(command.location(), "Patroni runs this to fill the data directory");
    RestoreRun run = RestoreRun.of(command.text().orElse(""), options(), at.node().pgbackrest());
    if (run.failure() != null) {
      noParams();
      return exits("the command of " + path + " fails: " + run.failure());
    }
    Optional<ConfigNode> recoveryConf = method.recoveryConf();
    if (recoveryConf.isPresent() && !recoveryConf.get().isMapping()) {
      draft.evidence(recoveryConf.get().location(), "this has to be a mapping");
      return exits(path + ".recovery_conf is not a mapping");
    }
    if (!run.known()) {
      draft.need("What the command leaves in the data directory: it is no backup tool we know.");
      return draft.end(
          Outcome.UNKNOWN,
          Contents.UNKNOWN,
          "Patroni will run the command of "
              + path
              + "; what becomes of the node depends on what that leaves in the data directory.");
    }
    return new BootstrapRecovery(at, draft, method, run).verdict();
  }

  /** Returns the options that Patroni adds to the command. */
  private List<String> options() {
    List<String> options = new ArrayList<>();
    ConfigNode section = method.section();
    if (section == null) {
      return options;
    }
    if (!section.child("no_params").map(ConfigNode::truthy).orElse(false)) {
      options.add("--scope=" + text("scope"));
      options.add(
          "--datadir="
              + at.node()
                  .local()
                  .at("postgresql", "data_dir")
                  .flatMap(ConfigNode::text)
                  .orElse(""));
    }
    if (at.does(Behaviour.METHOD_KEYS_BECOME_OPTIONS)) {
      for (ConfigNode child : section.children()) {
        if (!RESERVED.contains(child.key())) {
          options.add("--" + child.key() + "=" + python(child));
        }
      }
    }
    return options;
  }

  /** Formats a value as Python's {@code str} does, as far as it matters here. */
  static String python(ConfigNode value) {
    return value.isScalar() ? value.text().orElse("None") : "{}";
  }

  private String text(String key) {
    return at.node().local().at(key).flatMap(ConfigNode::text).orElse("");
  }

  private void noParams() {
    ConfigNode section = method.section();
    if (section != null && !section.child("no_params").map(ConfigNode::truthy).orElse(false)) {
      draft.evidence(
          section.child("no_params").orElse(section).keyLocation(),
          "no_params: true is missing, so Patroni adds --scope and --datadir");
    }
  }

  private Verdict exits(String why) {
    draft.loses(
        "Whatever the command has put into the data directory is moved aside (the directory is"
            + " renamed to .failed).");
    return draft.end(
        Outcome.EXITS,
        Contents.NONE,
        "Patroni will give up and exit (\"Failed to bootstrap cluster\"), because " + why + ".");
  }
}

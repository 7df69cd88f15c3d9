package io.patronilint.rules.backup;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.edit.ConfEditor;
import io.patronilint.core.edit.EditResult;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flags archiving that postgresql.auto.conf switches off or redirects against Patroni's settings.
 *
 * <p>PostgreSQL reads that file after the one that Patroni writes, and {@code
 * ConfigHandler._sanitize_auto_conf} strips recovery settings only. {@code pgbackrest restore
 * --archive-mode=off} and {@code barman recover} leave such lines behind.
 */
public final class AutoConfOverridesArchiving implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/auto-conf-overrides-archiving",
          Severity.ERROR,
          "postgresql.auto.conf overrides the archiving that Patroni sets",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      node.autoConf()
          .filter(seen::add)
          .ifPresent(
              file -> {
                check(node, file, "archive_mode", findings);
                check(node, file, "archive_command", findings);
              });
    }
  }

  private static void check(Node node, SourceFile file, String name, Findings findings) {
    ConfEntry entry = file.conf().last(name);
    ConfigNode patronis = parameter(node, name).orElse(null);
    if (entry == null || patronis == null) {
      return;
    }
    String wanted = patronis.text().orElse("");
    if (wanted.isEmpty()
        || isOff(name, wanted)
        || Templates.unrendered(wanted)
        || Templates.unrendered(entry.value())
        || same(name, entry.value(), wanted)) {
      return;
    }
    boolean off = isOff(name, entry.value());
    Finding.Builder finding =
        Finding.at(new Location(file, entry.span()))
            .path(name)
            .severity(off ? Severity.ERROR : Severity.WARNING)
            .related(patronis.keyLocation(), "this has no effect");
    EditResult result = ConfEditor.remove(file, entry);
    if (result.possible()) {
      finding.fix(fix(name, result));
    }
    findings.add(
        finding,
        name
            + " in postgresql.auto.conf beats the one that Patroni sets, for good: Patroni does not"
            + " remove it. "
            + (off
                ? "As the primary this member archives nothing."
                : "As the primary this member archives in another way than configured."));
  }

  private static Fix fix(String name, EditResult result) {
    return new Fix(
        "remove-line",
        "Remove " + name + " from postgresql.auto.conf",
        Safety.UNSAFE,
        List.copyOf(result.edits()),
        List.of(),
        List.of(
            "On a running server use ALTER SYSTEM RESET " + name + " and reload instead.",
            "A clone that must not write into the archive of its origin needs the line."));
  }

  private static boolean same(String name, String here, String there) {
    return here.equals(there) || (name.equals("archive_mode") && isOn(here) && isOn(there));
  }

  private static boolean isOn(String value) {
    return Set.of("on", "true", "yes", "1").contains(value.toLowerCase(Locale.ROOT));
  }

  /** Tells whether nothing is archived: the mode is off, or the command does nothing. */
  private static boolean isOff(String name, String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    Set<String> nothing =
        name.equals("archive_mode")
            ? Set.of("off", "false", "no", "0")
            : Set.of("", "false", "/bin/false", "true", "/bin/true", ":", "exit 0", "exit 1");
    return nothing.contains(lower);
  }

  /** Patroni merges parameters name by name, the local ones over the dynamic ones. */
  private static Optional<ConfigNode> parameter(Node node, String name) {
    return find(node.local().at("postgresql", "parameters"), name)
        .or(() -> find(DynamicConfig.of(node).at("postgresql", "parameters"), name));
  }

  private static Optional<ConfigNode> find(Optional<ConfigNode> parameters, String name) {
    return parameters.stream()
        .flatMap(p -> p.children().stream())
        .filter(c -> c.key().equalsIgnoreCase(name))
        .reduce((first, second) -> second);
  }
}

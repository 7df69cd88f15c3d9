package io.patronilint.rules.recovery;

import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Flags recovery parameters under {@code postgresql.parameters}.
 *
 * <p>{@code ConfigHandler._adjust_recovery_parameters} of Patroni makes them the whole of {@code
 * recovery_conf}: what stands there, in the local or the dynamic configuration, is thrown away.
 */
public final class ParametersReplaceRecoveryConf implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/parameters-replace-recovery-conf",
          Severity.ERROR,
          "A recovery parameter under postgresql.parameters throws recovery_conf away",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    RecoverySettings settings = RecoverySettings.of(node);
    if (settings.source() != RecoverySettings.Source.PARAMETERS
        || node.target().patroniBefore(1, 6)) {
      return;
    }
    List<ConfigNode> lost = lost(settings);
    // One finding for each mapping: moving one of its recovery parameters without the others
    // would only throw that one away as well.
    Map<String, List<ConfigNode>> byMapping = new LinkedHashMap<>();
    for (ConfigNode parameter : settings.settings().values()) {
      String mapping = parameter.file().path() + " " + parameter.keys().get(0);
      byMapping.computeIfAbsent(mapping, k -> new ArrayList<>()).add(parameter);
    }
    for (List<ConfigNode> parameters : byMapping.values()) {
      parameters.sort(Comparator.comparingInt(n -> n.keyLocation().span().start()));
      report(node, settings, parameters, lost, byMapping.size() == 1, findings);
    }
  }

  /** Returns what recovery_conf has for followers and the parameters don't have so. */
  private static List<ConfigNode> lost(RecoverySettings settings) {
    return settings.lost().stream()
        .filter(n -> n.truthy() && !RecoveryParameters.ignoredForFollowers(n.key()))
        .filter(
            n ->
                settings
                    .get(n.key().toLowerCase(Locale.ROOT))
                    .filter(p -> p.text().equals(n.text()))
                    .isEmpty())
        .toList();
  }

  private static void report(
      Node node,
      RecoverySettings settings,
      List<ConfigNode> parameters,
      List<ConfigNode> lost,
      boolean alone,
      Findings findings) {
    ConfigNode main =
        parameters.stream()
            .filter(p -> p.key().equalsIgnoreCase("restore_command"))
            .findFirst()
            .orElse(parameters.get(0));
    Finding.Builder finding =
        Finding.at(main.keyLocation())
            .path(main.path())
            .severity(severity(node, settings, main, lost));
    for (ConfigNode other : parameters) {
      if (other != main) {
        finding.related(other.keyLocation(), "a recovery parameter as well");
      }
    }
    lost.forEach(n -> finding.related(n.keyLocation(), "this has no effect"));
    if (alone) {
      MoveToRecoveryConf.fix(node, settings, parameters).ifPresent(finding::fix);
    }
    findings.add(finding, message(main, lost));
  }

  /** In a dynamic configuration it beats what every member may have in its own file. */
  private static Severity severity(
      Node node, RecoverySettings settings, ConfigNode main, List<ConfigNode> lost) {
    if (!lost.isEmpty()) {
      boolean command = lost.stream().anyMatch(n -> n.key().equalsIgnoreCase("restore_command"));
      boolean none = settings.restoreCommand(node).isEmpty();
      return command && none ? Severity.ERROR : Severity.WARNING;
    }
    boolean local = node.local().files().contains(main.file()) && main.path().startsWith("postg");
    return local ? Severity.INFO : Severity.WARNING;
  }

  private static String message(ConfigNode main, List<ConfigNode> lost) {
    if (!lost.isEmpty()) {
      return main.path()
          + " is a recovery parameter: Patroni puts those under postgresql.parameters in the place"
          + " of recovery_conf and throws away what is set there: "
          + lost.stream().map(ConfigNode::key).collect(Collectors.joining(", "))
          + ".";
    }
    return main.path()
        + " is a recovery parameter: Patroni moves it to recovery_conf, in the place of everything"
        + " that is or will be set there.";
  }
}

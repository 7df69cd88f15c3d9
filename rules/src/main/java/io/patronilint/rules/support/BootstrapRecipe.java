package io.patronilint.rules.support;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bootstrap method that restores with the tool that a {@code restore_command} fetches WAL with.
 *
 * @param method its name
 * @param section its section
 */
public record BootstrapRecipe(String method, Map<String, Object> section) {

  /** Stands for the name of a backup that only a person can choose. */
  public static final String UNCHOSEN = "BACKUP_NAME";

  /** Copies the section, whose order is kept. */
  public BootstrapRecipe {
    section = new LinkedHashMap<>(section);
  }

  /**
   * Works the method out.
   *
   * @param recovery the recovery parameters that ask for the restore, for its target
   * @return empty where that is not certain: for other tools, wrappers and shell operators, and
   *     where somebody has to choose the backup first
   */
  public static Optional<BootstrapRecipe> of(
      Node node, Map<String, String> recovery, String restoreCommand) {
    Optional<BackupProgram> program = BackupProgram.of(restoreCommand);
    boolean chooses = program.filter(p -> p.tool() == RestoreTool.PGBACKREST).isPresent();
    boolean walG = program.filter(p -> p.tool() == RestoreTool.WAL_G).isPresent();
    return chooses || (walG && RecoveryTargets.of(recovery).isEmpty())
        ? program.flatMap(p -> of(node, p, recovery, restoreCommand, null))
        : Optional.empty();
  }

  /**
   * Works the method out for a known tool.
   *
   * @param backup the backup to restore, or null for the tool's own choice; WAL-G and Barman have
   *     none if there is a target
   * @return empty if the data directory is not known or there are several targets
   */
  public static Optional<BootstrapRecipe> of(
      Node node,
      BackupProgram program,
      Map<String, String> recovery,
      String restoreCommand,
      @Nullable String backup) {
    List<String> targets = RecoveryTargets.of(recovery);
    if (targets.size() > 1) {
      return Optional.empty();
    }
    if (program.tool() == RestoreTool.PGBACKREST) {
      return Optional.of(pgBackRest(program, recovery, targets, backup));
    }
    String data = node.local().at("postgresql", "data_dir").flatMap(ConfigNode::text).orElse("");
    if (data.isEmpty() || Templates.unrendered(data)) {
      return Optional.empty();
    }
    String word = ShellQuoting.word(data);
    String usual = targets.isEmpty() ? null : UNCHOSEN;
    String chosen = backup == null ? usual : ShellQuoting.word(backup);
    if (program.tool() == RestoreTool.WAL_G) {
      String command =
          program.prefix() + " backup-fetch " + word + " " + (chosen == null ? "LATEST" : chosen);
      return Optional.of(
          new BootstrapRecipe("wal_g", byPatroni(command, recovery, restoreCommand)));
    }
    String command =
        BarmanCall.restore(node, program, List.of(), chosen == null ? "latest" : chosen, word);
    return Optional.of(new BootstrapRecipe("barman", byPatroni(command, recovery, restoreCommand)));
  }

  private static BootstrapRecipe pgBackRest(
      BackupProgram program,
      Map<String, String> recovery,
      List<String> targets,
      @Nullable String backup) {
    List<String> words = new ArrayList<>();
    for (String target : targets) {
      words.addAll(RecoveryTargets.pgBackRest(recovery, target));
    }
    if (backup != null) {
      words.add("--set=" + backup);
    }
    words.add("restore");
    String options = String.join(" ", words.stream().map(ShellQuoting::word).toList());
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("command", program.prefix() + " " + options);
    section.put("keep_existing_recovery_conf", true);
    section.put("no_params", true);
    return new BootstrapRecipe("pgbackrest", section);
  }

  /** For a tool that writes neither recovery settings nor a signal file: Patroni has to. */
  private static Map<String, Object> byPatroni(
      String command, Map<String, String> recovery, String restoreCommand) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("restore_command", restoreCommand);
    recovery.forEach(
        (name, value) -> {
          if (name.startsWith("recovery_target")) {
            settings.put(name, value);
          }
        });
    settings.putIfAbsent("recovery_target_timeline", "latest");
    settings.put("recovery_target_action", "promote");
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("command", command);
    section.put("no_params", true);
    section.put("recovery_conf", settings);
    return section;
  }

  /**
   * Returns the edits that make it the bootstrap method of {@code node}; empty if refused. Patroni
   * looks {@code bootstrap.dcs} up without asking whether it is there ({@code
   * Patroni.apply_dynamic_configuration}), so it has to be.
   */
  public Optional<List<FileEdit>> edits(Node node) {
    ConfigNode bootstrap = node.local().at("bootstrap").orElse(null);
    if (bootstrap == null) {
      Map<String, Object> added = new LinkedHashMap<>();
      added.put("dcs", Map.of());
      added.put("method", method);
      added.put(method, section);
      return possible(YamlEditor.set(node.mainFile(), List.of("bootstrap"), added));
    }
    SourceFile file = bootstrap.file();
    List<EditResult> results = new ArrayList<>();
    if (bootstrap.child("dcs").isEmpty()) {
      results.add(YamlEditor.set(file, List.of("bootstrap", "dcs"), Map.of()));
    }
    results.add(YamlEditor.set(file, List.of("bootstrap", "method"), method));
    results.add(YamlEditor.set(file, List.of("bootstrap", method), section));
    List<FileEdit> edits = new ArrayList<>();
    for (EditResult result : results) {
      if (!result.possible()) {
        return Optional.empty();
      }
      edits.addAll(result.edits());
    }
    return Optional.of(edits);
  }

  private static Optional<List<FileEdit>> possible(EditResult result) {
    return result.possible() ? Optional.of(List.copyOf(result.edits())) : Optional.empty();
  }
}

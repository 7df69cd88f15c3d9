package io.patronilint.rules.restore;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.BootstrapRecipe;
import io.patronilint.rules.support.EditValue;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.ShellQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of a fragment. */
final class FragmentEntries {

  private final Site site;
  private final FragmentRequest request;
  private final Node node;
  private final BackupProgram program;

  FragmentEntries(Site site, FragmentRequest request) {
    this.site = site;
    this.request = request;
    this.node = site.node();
    this.program = Objects.requireNonNull(site.program());
  }

  /**
   * Returns the sections in order.
   *
   * @throws FragmentException if a person has to choose the backup first
   */
  Map<String, Object> root() {
    Map<String, Object> root = new LinkedHashMap<>();
    BootstrapRecipe recipe = recipe();
    if (recipe != null) {
      root.put("bootstrap", bootstrap(recipe));
    }
    root.put("postgresql", postgresql());
    return root;
  }

  /** Returns the bootstrap method to add, or null if the configuration restores so already. */
  @Nullable BootstrapRecipe recipe() {
    boolean sameTool =
        BootstrapMethod.of(node)
            .flatMap(BootstrapMethod::command)
            .flatMap(RestoreCall::of)
            .filter(call -> call.tool() == program.tool())
            .isPresent();
    if (sameTool && BootstrapChange.hasMethod(site, request.restore())) {
      return null;
    }
    BootstrapRecipe recipe =
        Objects.requireNonNull(BootstrapChange.recipe(site, request.restore()));
    if (ToolCommands.unchosen(recipe)) {
      throw new FragmentException(
          "--backup is needed: "
              + request.tool().label()
              + " does not choose one for a target; name the last that ended before "
              + request.target().words());
    }
    return recipe;
  }

  private Map<String, Object> bootstrap(BootstrapRecipe recipe) {
    Map<String, Object> bootstrap = new LinkedHashMap<>();
    if (!site.isBlank() && node.local().at("bootstrap", "dcs").isEmpty()) {
      bootstrap.put("dcs", Map.of());
    }
    bootstrap.put("method", recipe.method());
    bootstrap.put(recipe.method(), recipe.section());
    return bootstrap;
  }

  private Map<String, Object> postgresql() {
    Map<String, Object> postgresql = new LinkedHashMap<>();
    postgresql.put(RestoreCommandStep.section(node), recoverySettings());
    if (hasReplicaMethod() || request.tool() == BackupTool.BARMAN) {
      return postgresql;
    }
    String method = replicaMethod();
    List<Object> methods = new ArrayList<>(List.of(method));
    methods.addAll(listedMethods());
    postgresql.put("create_replica_methods", methods);
    postgresql.put(method, replicaSection());
    return postgresql;
  }

  /** A local recovery_conf hides the dynamic one as a whole, so what that has comes along. */
  private Map<String, Object> recoverySettings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("restore_command", Objects.requireNonNull(site.restoreCommand()));
    RecoverySettings known = RecoverySettings.of(node);
    if (known.source() == RecoverySettings.Source.DYNAMIC) {
      new TreeMap<>(known.settings())
          .forEach(
              (name, value) -> {
                boolean ignored = RecoveryParameters.ignoredForFollowers(name);
                if (RecoveryParameters.contains(name) && !ignored && value.isScalar()) {
                  settings.putIfAbsent(name, EditValue.of(value));
                }
              });
    }
    return settings;
  }

  /** Tells whether replicas are made with the tool already. */
  boolean hasReplicaMethod() {
    return ReplicaMethod.of(node).stream()
        .map(m -> RestoreCall.of(m.command()))
        .flatMap(Optional::stream)
        .anyMatch(call -> call.tool() == program.tool());
  }

  /** Returns the methods that are tried now. */
  private List<String> listedMethods() {
    DynamicConfig dynamic = DynamicConfig.of(node);
    for (String key : List.of("create_replica_methods", "create_replica_method")) {
      Optional<ConfigNode> list =
          node.local().at("postgresql", key).or(() -> dynamic.at("postgresql", key));
      if (list.filter(l -> l.isSequence() && l.truthy()).isPresent()) {
        return list.get().children().stream()
            .map(ConfigNode::text)
            .flatMap(Optional::stream)
            .toList();
      }
    }
    return List.of("basebackup");
  }

  String replicaMethod() {
    String usual = request.tool() == BackupTool.PGBACKREST ? "pgbackrest" : "wal_g";
    boolean taken =
        node.local().at("postgresql", usual).isPresent() || listedMethods().contains(usual);
    return taken ? usual + "_restore" : usual;
  }

  private Map<String, Object> replicaSection() {
    Map<String, Object> section = new LinkedHashMap<>();
    if (request.tool() == BackupTool.PGBACKREST) {
      section.put("command", program.prefix() + " --delta --type=standby restore");
      section.put("keep_data", true);
    } else {
      String data = ShellQuoting.word(site.dataDirectory());
      section.put("command", program.prefix() + " backup-fetch " + data + " LATEST");
    }
    section.put("no_params", true);
    return section;
  }
}

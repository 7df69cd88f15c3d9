package io.patronilint.rules.support;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.edit.ConfEditor;
import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command that PostgreSQL has a shell run, such as {@code restore_command}, at one of the places
 * where it can be set.
 *
 * @param name the parameter in lower case
 * @param value the command; never empty and not a template
 * @param location the place of the value
 * @param path the dotted path in YAML, or just the name in a file of PostgreSQL
 * @param node where it stands in YAML, or null
 * @param entry where it stands in a file of PostgreSQL, or null
 */
public record ServerCommand(
    String name,
    String value,
    Location location,
    String path,
    @Nullable ConfigNode node,
    @Nullable ConfEntry entry) {

  /**
   * Returns every place where {@code node} sets one of {@code names}: the local configuration, the
   * dynamic one, {@code bootstrap.dcs}, the custom bootstrap method that runs, and those files of
   * the data directory in which a setting lasts.
   */
  public static List<ServerCommand> of(Node node, Set<String> names) {
    List<ServerCommand> found = new ArrayList<>();
    addSections(node.local().at("postgresql"), names, found);
    addDynamic(node.local().at("bootstrap", "dcs"), names, found);
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() != DynamicConfig.Source.BOOTSTRAP) {
      addDynamic(Optional.ofNullable(dynamic.root()), names, found);
    }
    Optional<BootstrapMethod> method = BootstrapMethod.of(node).filter(BootstrapMethod::runs);
    addAll(method.flatMap(BootstrapMethod::recoveryConf), names, found);
    addConf(node, "postgresql.base.conf", names, found);
    addConf(node, "postgresql.auto.conf", lasting(names), found);
    return found;
  }

  /** Returns the commands of the dynamic configuration and of {@code bootstrap.dcs} only. */
  public static List<ServerCommand> shared(Node node, Set<String> names) {
    List<ServerCommand> found = new ArrayList<>();
    addDynamic(node.local().at("bootstrap", "dcs"), names, found);
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() == DynamicConfig.Source.GIVEN) {
      addDynamic(Optional.ofNullable(dynamic.root()), names, found);
    }
    return found;
  }

  /** Returns the edits that put {@code command} in the place of the value. */
  public EditResult replace(String command) {
    if (node != null) {
      return YamlEditor.set(node.file(), node.keys(), command);
    }
    return ConfEditor.set(location.file(), name, command);
  }

  /** Patroni strips recovery parameters from postgresql.auto.conf; only archiving stays. */
  private static Set<String> lasting(Set<String> names) {
    return names.contains("archive_command") ? Set.of("archive_command") : Set.of();
  }

  private static void addDynamic(
      Optional<ConfigNode> root, Set<String> names, List<ServerCommand> into) {
    addSections(root.flatMap(r -> r.child("postgresql")), names, into);
    addAll(root.flatMap(r -> r.child("standby_cluster")), names, into);
  }

  private static void addSections(
      Optional<ConfigNode> postgresql, Set<String> names, List<ServerCommand> into) {
    addAll(postgresql.flatMap(p -> p.child("parameters")), names, into);
    addAll(postgresql.flatMap(p -> p.child("recovery_conf")), names, into);
  }

  private static void addAll(
      Optional<ConfigNode> section, Set<String> names, List<ServerCommand> into) {
    if (section.isEmpty() || !section.get().isMapping()) {
      return;
    }
    for (ConfigNode child : section.get().children()) {
      String name = child.key().toLowerCase(Locale.ROOT);
      String value = child.isString() ? child.text().orElse("") : "";
      if (names.contains(name) && usable(value)) {
        into.add(new ServerCommand(name, value, child.valueLocation(), child.path(), child, null));
      }
    }
  }

  private static void addConf(
      Node node, String fileName, Set<String> names, List<ServerCommand> into) {
    Optional<SourceFile> file =
        node.dataDirectory() == null ? Optional.empty() : node.dataDirectory().file(fileName);
    for (String name : file.isPresent() ? names : Set.<String>of()) {
      SourceFile source = file.get();
      ConfEntry entry = source.conf().last(name);
      if (entry != null && usable(entry.value())) {
        Location location = new Location(source, entry.valueSpan());
        into.add(new ServerCommand(name, entry.value(), location, name, null, entry));
      }
    }
  }

  private static boolean usable(String value) {
    return !value.isBlank() && !Templates.unrendered(value);
  }
}

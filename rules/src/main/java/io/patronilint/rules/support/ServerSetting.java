package io.patronilint.rules.support;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of a parameter that a node's PostgreSQL runs with, as far as the files tell.
 *
 * <p>Patroni merges {@code postgresql.parameters} name by name, the local ones over the dynamic
 * ones, and includes postgresql.base.conf before them; postgresql.auto.conf comes last.
 *
 * @param name the parameter in lower case
 * @param value its value as text
 * @param location the place of the name
 * @param path the dotted path in YAML, or just the name in a file of PostgreSQL
 * @param node where it stands in YAML, or null
 */
public record ServerSetting(
    String name, String value, Location location, String path, @Nullable ConfigNode node) {

  /** Finds the value of {@code name}; empty if no file sets it. */
  public static Optional<ServerSetting> of(Node node, String name) {
    return inFile(node, "postgresql.auto.conf", name)
        .or(() -> inYaml(node.local().at("postgresql", "parameters"), name))
        .or(() -> inYaml(DynamicConfig.of(node).at("postgresql", "parameters"), name))
        .or(() -> inFile(node, "postgresql.base.conf", name));
  }

  /** Tells whether a file that was not read may set parameters, too. */
  public static boolean mayBeElsewhere(Node node) {
    return node.local().at("postgresql", "custom_conf").filter(ConfigNode::truthy).isPresent();
  }

  /** Tells whether the value means that WAL is archived ({@code archive_mode}). */
  public boolean isOn() {
    return Set.of("on", "true", "yes", "1", "always", "t", "y")
        .contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /** Tells whether the value is empty or a template that is yet to be filled in. */
  public boolean isOpen() {
    return value.isBlank() || Templates.unrendered(value);
  }

  private static Optional<ServerSetting> inYaml(Optional<ConfigNode> parameters, String name) {
    return parameters.stream()
        .flatMap(p -> p.children().stream())
        .filter(c -> c.key().equalsIgnoreCase(name) && c.isScalar() && !c.isNull())
        .reduce((first, second) -> second)
        .map(c -> new ServerSetting(name, c.text().orElse(""), c.keyLocation(), c.path(), c));
  }

  private static Optional<ServerSetting> inFile(Node node, String fileName, String name) {
    DataDirectory data = node.dataDirectory();
    SourceFile file = data == null ? null : data.file(fileName).orElse(null);
    ConfEntry entry = file == null ? null : file.conf().last(name);
    return file == null || entry == null
        ? Optional.empty()
        : Optional.of(
            new ServerSetting(
                name, entry.value(), new Location(file, entry.nameSpan()), name, null));
  }
}

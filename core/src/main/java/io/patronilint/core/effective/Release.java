package io.patronilint.core.effective;

import io.patronilint.core.Target;
import io.patronilint.core.Version;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.guc.ControlledGuc;
import io.patronilint.schemas.guc.PatroniVersion;
import io.patronilint.schemas.py.PyValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one release of Patroni does with its configuration. Immutable. */
final class Release {

  static final PatroniVersion NEWEST = new PatroniVersion(4, 1, 5);

  /** What older ones do is not known; they count as this one. */
  private static final PatroniVersion OLDEST = new PatroniVersion(2, 0, 0);

  private final PatroniVersion version;
  private final ConfigTables tables;
  private final Map<String, Map<String, String>> names;
  private final List<EnvironmentVariable> variables;
  private final Set<Behaviour> behaviours = EnumSet.noneOf(Behaviour.class);
  private final Mapping defaults;

  Release(PatroniVersion version, ConfigTables tables) {
    this.version = version;
    this.tables = tables;
    this.names = tables.names(version);
    this.variables = List.copyOf(tables.variables(version));
    for (Behaviour behaviour : Behaviour.values()) {
      if (behaviour.holdsFor(version)) {
        behaviours.add(behaviour);
      }
    }
    this.defaults = defaults(table("default"));
  }

  /** Returns the release that {@code target} names; of a series, the last one; else the newest. */
  static Release of(Target target) {
    return ConfigTables.get().release(version(target.patroni()));
  }

  private static PatroniVersion version(@Nullable Version asked) {
    if (asked == null) {
      return NEWEST;
    }
    List<Integer> parts = asked.parts();
    if (parts.get(0) < 2) {
      return OLDEST;
    }
    // "4.1" means the series, and people run the last release of it.
    return new PatroniVersion(
        parts.get(0), parts.size() > 1 ? parts.get(1) : 99, parts.size() > 2 ? parts.get(2) : 99);
  }

  PatroniVersion version() {
    return version;
  }

  boolean has(Behaviour behaviour) {
    return behaviours.contains(behaviour);
  }

  /** Returns the names of a table with their values. */
  Map<String, String> table(String kind) {
    return names.getOrDefault(kind, Map.of());
  }

  /** Returns the names of a table, in its order. */
  Set<String> names(String kind) {
    return table(kind).keySet();
  }

  List<EnvironmentVariable> variables() {
    return variables;
  }

  /** Returns the parameter that Patroni passes on PostgreSQL's command line. */
  Optional<ControlledGuc> controlled(String parameter) {
    return tables.gucs().find(parameter, version);
  }

  /** Returns Patroni's own configuration, before anything is read. */
  Mapping defaults() {
    return defaults;
  }

  /** Tells whether a root key of the dynamic configuration is taken as it is, not as a number. */
  boolean isTakenRaw(String key) {
    return table("default").getOrDefault(key, "").endsWith(" raw");
  }

  private Mapping defaults(Map<String, String> table) {
    Origin origin = Origin.byDefault();
    Mapping.Builder root = Mapping.builder(origin);
    table.forEach(
        (path, text) -> {
          Value value = literal(text.replace(" raw", ""), origin);
          int dot = path.indexOf('.');
          if (dot < 0) {
            root.put(path, value);
          } else {
            String section = path.substring(0, dot);
            Mapping.Builder inner =
                root.get(section) instanceof Mapping known
                    ? known.toBuilder()
                    : Mapping.builder(origin);
            root.put(section, inner.put(path.substring(dot + 1), value).build());
          }
        });
    Mapping.Builder parameters = Mapping.builder(origin);
    for (ControlledGuc guc : tables.gucs().all(version)) {
      boolean shown =
          guc.defaultValue().kind() != PyValue.Kind.NONE || has(Behaviour.NONE_PARAMETERS);
      if (shown && !guc.name().startsWith("wal_keep_")) {
        parameters.put(guc.name(), value(guc.defaultValue(), origin));
      }
    }
    if (root.get("postgresql") instanceof Mapping postgresql) {
      root.put("postgresql", postgresql.toBuilder().put("parameters", parameters.build()).build());
    }
    return root.build();
  }

  private static Value literal(String text, Origin origin) {
    if (text.startsWith("'")) {
      return Values.string(text.substring(1, text.length() - 1), origin);
    }
    return text.equals("True") || text.equals("False")
        ? Values.bool(text.equals("True"), origin)
        : Values.integer(Long.parseLong(text), origin);
  }

  /** Returns a value that the tables of checks hold. */
  static Value value(PyValue value, Origin origin) {
    return switch (value.kind()) {
      case NONE -> new Value.Scalar(new ScalarValue.Null(), origin);
      case BOOL -> Values.bool(value.text().equals("True"), origin);
      case INT ->
          new Value.Scalar(new ScalarValue.Int(new java.math.BigInteger(value.text())), origin);
      default -> Values.string(value.text(), origin);
    };
  }
}

package io.patronilint.core.server;

import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.schemas.guc.PatroniVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Patroni starts from.
 *
 * @param patroni its release
 * @param major PostgreSQL's version of PG_VERSION as a number: 90600, 150000
 * @param release PostgreSQL's version with its minor release: 150004
 * @param configuration what {@code Config.copy()} returns
 * @param dynamic the dynamic configuration, which is the global configuration of the cluster
 * @param controlData what pg_controldata printed, by label; empty if it is not known
 * @param autoConf postgresql.auto.conf, or null if it is not known
 * @param failure why there is no configuration, or null
 */
record ServerInput(
    PatroniVersion patroni,
    int major,
    int release,
    Mapping configuration,
    Mapping dynamic,
    Map<String, String> controlData,
    @Nullable String autoConf,
    @Nullable ConfigFailure failure) {

  /** Copies the map. */
  ServerInput {
    controlData = Map.copyOf(controlData);
  }

  /** Returns the same with another version of PostgreSQL in PG_VERSION; 0 for no such file. */
  ServerInput withMajor(int other) {
    return new ServerInput(
        patroni, other, release, configuration, dynamic, controlData, autoConf, failure);
  }

  /** Tells whether this Patroni behaves so. */
  boolean has(Behaviour behaviour) {
    return behaviour.in(patroni);
  }

  /** Returns the version of PostgreSQL with which parameters are checked. */
  int checkedVersion() {
    return has(Behaviour.MINOR_RELEASE) ? release : major;
  }

  /** Returns the section {@code postgresql}. */
  Mapping postgresql() {
    return section(configuration, "postgresql");
  }

  /** Returns the mapping {@code name}, or an empty one. */
  static Mapping section(Mapping parent, String name) {
    return parent.get(name) instanceof Mapping mapping
        ? mapping
        : Mapping.builder(Origin.byDefault()).build();
  }

  /** Returns a value of the section {@code postgresql}, or null: {@code config.get(name)}. */
  @Nullable Value get(String name) {
    return postgresql().get(name);
  }

  /** Returns a value of the section {@code postgresql}: {@code config[name]}. */
  Value require(String name) {
    Value value = get(name);
    if (value == null) {
      throw new PythonError(
          "KeyError", "postgresql." + name + " is missing", postgresql().origin());
    }
    return value;
  }

  /** Raises what {@code Postgresql.__init__} raises for what it cannot do without. */
  void checkNames() {
    require("name");
    require("scope");
    require("data_dir");
  }

  /** Returns a string that must be one where Patroni calls its methods. */
  static String text(Value value, String path) {
    String text = PyStr.string(value);
    if (text == null) {
      String found = Python.typeName(value);
      throw new PythonError(
          "AttributeError", path + " is " + found + ", not a string", value.origin());
    }
    return text;
  }

  /** Returns {@code postgresql.database}, which has a default. */
  Value database() {
    Value database = get("database");
    return database == null ? Values.string("postgres", Origin.byDefault()) : database;
  }
}

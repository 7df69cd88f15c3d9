package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A custom bootstrap method that runs ({@code Bootstrap.bootstrap}).
 *
 * @param name the method's name
 * @param keepsRecoveryConf what the command wrote for recovery is kept
 * @param given the recovery settings of the method as they are written, or null if there are none
 * @param recovery the same as Patroni keeps them; null if there are none
 */
record CustomBootstrap(
    String name, boolean keepsRecoveryConf, @Nullable Value given, @Nullable NameMap recovery) {

  /** Finds the method; null if initdb is run. */
  static @Nullable CustomBootstrap of(ServerInput input) {
    Mapping bootstrap = ServerInput.section(input.configuration(), "bootstrap");
    Value method = bootstrap.get("method");
    String name = method == null || !method.truthy() ? null : PyStr.string(method);
    Value value = name == null || name.equals("initdb") ? null : bootstrap.get(name);
    if (name == null || value == null || !(value instanceof Mapping section)) {
      return null;
    }
    if (!section.has("command")) {
      return null;
    }
    Value keep = section.get("keep_existing_recovery_conf");
    Value given = section.get("recovery_conf");
    NameMap recovery = given instanceof Mapping mapping ? NameMap.dict(mapping) : null;
    return new CustomBootstrap(name, keep != null && keep.truthy(), given, recovery);
  }

  /** Tells whether PostgreSQL starts in recovery, as far as Patroni's own files decide. */
  boolean inRecovery() {
    return given != null || keepsRecoveryConf;
  }
}

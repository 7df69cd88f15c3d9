package io.patronilint.core.server;

import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that PostgreSQL is started with: {@code effective_configuration}. */
final class Effective {

  private final ServerInput input;

  Effective(ServerInput input) {
    this.input = input;
  }

  /**
   * Returns the parameters for a server in recovery.
   *
   * @param parameters the server parameters
   * @param bootstrap the custom bootstrap that runs, or null
   */
  NameMap inRecovery(NameMap parameters, @Nullable CustomBootstrap bootstrap) {
    NameMap result = parameters.copy();
    for (Map.Entry<String, String> limit : limits().entrySet()) {
      raise(result, limit.getKey(), limit.getValue());
    }
    if (bootstrap != null && isCold(bootstrap)) {
      switchOff(result);
    }
    return result;
  }

  /** Switches {@code hot_standby} off where every custom bootstrap does. */
  NameMap whenWritten(NameMap parameters, @Nullable CustomBootstrap bootstrap) {
    if (bootstrap == null || !input.has(Behaviour.BOOTSTRAP_COLD_WHEN_WRITTEN)) {
      return parameters;
    }
    NameMap result = parameters.copy();
    switchOff(result);
    return result;
  }

  private static void switchOff(NameMap parameters) {
    Origin origin = Origin.computed("custom bootstrap", parameters.get("hot_standby"));
    parameters.put("hot_standby", Values.string("off", origin));
  }

  private Map<String, String> limits() {
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put("max_connections", "max_connections setting");
    limits.put("max_prepared_transactions", "max_prepared_xacts setting");
    limits.put("max_locks_per_transaction", "max_locks_per_xact setting");
    if (input.major() >= 90400) {
      limits.put("max_worker_processes", "max_worker_processes setting");
    }
    if (input.major() >= 120000) {
      limits.put("max_wal_senders", "max_wal_senders setting");
    }
    return limits;
  }

  private void raise(NameMap parameters, String name, String label) {
    Value value = parameters.get(name);
    if (value == null) {
      String path = "postgresql.parameters." + name;
      throw new PythonError("KeyError", path + " is missing", input.postgresql().origin());
    }
    Optional<BigInteger> set = number(Python.str(value), value);
    String data = input.controlData().get(label);
    if (data == null) {
      return;
    }
    Optional<BigInteger> needed = number(data, value);
    if (set.isEmpty() || needed.isEmpty()) {
      if (!input.has(Behaviour.CONTROLDATA_FORGIVEN)) {
        throw new PythonError(
            "TypeError", name + " cannot be compared with pg_controldata", value.origin());
      }
    } else if (needed.get().compareTo(set.get()) > 0) {
      Origin origin = Origin.computed("pg_controldata", value);
      parameters.put(name, new Value.Scalar(new ScalarValue.Int(needed.get()), origin));
    }
  }

  private static Optional<BigInteger> number(String text, Value value) {
    try {
      return PyParse.parseInt(text, "");
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), "the number cannot be read", value.origin());
    }
  }

  private boolean isCold(CustomBootstrap bootstrap) {
    if (input.has(Behaviour.BOOTSTRAP_COLD)) {
      return true;
    }
    if (!input.has(Behaviour.BOOTSTRAP_COLD_BY_ACTION)) {
      return false;
    }
    if (bootstrap.keepsRecoveryConf()) {
      return true;
    }
    NameMap recovery = bootstrap.recovery();
    if (recovery == null || recovery.isEmpty() || input.major() < 90500) {
      return false;
    }
    Value action = recovery.get("recovery_target_action");
    if (action != null) {
      return PyStr.is(action, "promote");
    }
    Value pause = recovery.get("pause_at_recovery_target");
    return pause != null && PyParse.parseBool(Python.str(pause)).equals(Optional.of(false));
  }
}

package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.py.PyText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the section {@code citus} changes ({@code CitusHandler.adjust_postgres_gucs}). */
final class Citus {

  private static final String PREPARED = "max_prepared_transactions";

  private Citus() {}

  static void apply(ServerInput input, Mapping.Builder parameters, String localHost) {
    if (!input.has(Behaviour.CITUS) || !(input.get("citus") instanceof Mapping)) {
      return;
    }
    Value libraries = parameters.get("shared_preload_libraries");
    String loaded = libraries(libraries);
    parameters.put("shared_preload_libraries", set(loaded, libraries));
    Value prepared = parameters.get(PREPARED);
    if (prepared == null && input.has(Behaviour.CITUS_NEEDS_PREPARED)) {
      throw missing(PREPARED, input);
    }
    if (prepared != null && isZero(prepared)) {
      Value connections = parameters.get("max_connections");
      if (connections == null) {
        throw missing("max_connections", input);
      }
      parameters.put(PREPARED, twice(connections, prepared));
    }
    parameters.put("wal_level", set("logical", parameters.get("wal_level")));
    if (input.has(Behaviour.CITUS_HOSTNAME)) {
      parameters.put("citus.local_hostname", set(localHost, null));
    }
  }

  private static PythonError missing(String name, ServerInput input) {
    return new PythonError("KeyError", name + " is missing", input.postgresql().origin());
  }

  private static Value set(String text, @Nullable Value was) {
    return Values.string(text, Origin.computed("citus", was));
  }

  private static String libraries(@Nullable Value value) {
    List<String> names = new ArrayList<>(List.of("citus"));
    String name = "postgresql.parameters.shared_preload_libraries";
    String text = value == null ? "" : ServerInput.text(value, name);
    for (String part : text.split(",", -1)) {
      String library = PyText.strip(part);
      if (!library.isEmpty() && !library.equals("citus")) {
        names.add(library);
      }
    }
    return String.join(",", names);
  }

  private static boolean isZero(Value value) {
    return value instanceof Value.Scalar scalar
        && !scalar.truthy()
        && (scalar.value() instanceof ScalarValue.Int
            || scalar.value() instanceof ScalarValue.Real
            || scalar.value() instanceof ScalarValue.Bool);
  }

  private static Value twice(Value value, Value was) {
    Origin origin = Origin.computed("citus", was);
    String text = Python.str(value);
    ScalarValue scalar =
        value instanceof Value.Scalar s ? s.value() : new ScalarValue.Str(text + text);
    if (scalar instanceof ScalarValue.Int number) {
      return new Value.Scalar(new ScalarValue.Int(number.value().shiftLeft(1)), origin);
    }
    if (scalar instanceof ScalarValue.Bool bool) {
      BigInteger number = bool.value() ? BigInteger.TWO : BigInteger.ZERO;
      return new Value.Scalar(new ScalarValue.Int(number), origin);
    }
    return Values.string(text + text, origin);
  }
}

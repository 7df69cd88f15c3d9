package io.patronilint.core.server;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.guc.ControlledGuc;
import io.patronilint.schemas.guc.ControlledGucs;
import io.patronilint.schemas.py.PyInt;
import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's parameters: {@code ConfigHandler.get_server_parameters}. */
final class ServerParameters {

  private static final String SEGMENTS = "wal_keep_segments";
  private static final String SIZE = "wal_keep_size";

  /** PostgreSQL that counts as the first for a parameter Patroni does not control. */
  private static final int OLDEST = 90100;

  private final ServerInput input;
  private final Paths paths;
  private final ControlledGucs controlled;
  private final Losses losses;

  ServerParameters(ServerInput input, Paths paths, ControlledGucs controlled, Losses losses) {
    this.input = input;
    this.paths = paths;
    this.controlled = controlled;
    this.losses = losses;
  }

  /**
   * Works the parameters out.
   *
   * @param before the parameters so far, or null while Patroni starts
   * @param localHost the host of Patroni's own connections
   */
  NameMap of(@Nullable NameMap before, String localHost) {
    if (!(input.require("parameters") instanceof Mapping given)) {
      throw new PythonError(
          "AttributeError",
          "postgresql.parameters is not a mapping",
          input.require("parameters").origin());
    }
    Mapping.Builder parameters = given.toBuilder();
    listen(parameters);
    Synchronous.apply(input, parameters, before, losses);
    walLevel(parameters);
    keepWal(parameters);
    Citus.apply(input, parameters, localHost);
    return forPostgresql(parameters.build());
  }

  private void listen(Mapping.Builder parameters) {
    Value written = input.require("listen");
    boolean each = input.has(Behaviour.LISTEN_STRIPS_EACH);
    Listen listen = Listen.split(written, "postgresql.listen", "5432", each);
    Value scope = input.require("scope");
    put(parameters, "cluster_name", scope, "scope");
    put(parameters, "listen_addresses", Values.string(listen.host(), written.origin()), "listen");
    put(parameters, "port", Values.string(listen.port(), written.origin()), "listen");
  }

  private static void put(Mapping.Builder into, String name, Value value, String why) {
    Value was = into.get(name);
    Origin origin = was == null ? value.origin() : Origin.computed(why, was);
    into.put(name, value.withOrigin(origin));
  }

  /** Takes the name that this PostgreSQL has for the level hot_standby, replica since 9.6. */
  private void walLevel(Mapping.Builder parameters) {
    boolean replica = input.major() >= 90600;
    Value level = parameters.get("wal_level");
    if (level != null && PyStr.is(level, replica ? "hot_standby" : "replica")) {
      String name = replica ? "replica" : "hot_standby";
      parameters.put("wal_level", Values.string(name, Origin.computed("wal_level", level)));
    }
  }

  /** Turns segments of 16 MB into a size, which PostgreSQL takes since 13, or back. */
  private void keepWal(Mapping.Builder parameters) {
    if (input.major() >= 130000) {
      Value segments = pop(parameters, SEGMENTS);
      String size = size(segments);
      if (parameters.get(SIZE) == null) {
        parameters.put(SIZE, Values.string(size, Origin.computed(SEGMENTS, segments)));
      }
    } else if (input.major() > 0) {
      Value size = pop(parameters, SIZE);
      BigInteger segments = segments(size);
      if (parameters.get(SEGMENTS) == null) {
        Origin origin = Origin.computed(SIZE, size);
        parameters.put(SEGMENTS, new Value.Scalar(new ScalarValue.Int(segments), origin));
      }
    }
  }

  private Value pop(Mapping.Builder parameters, String name) {
    Value value = parameters.get(name);
    parameters.remove(name);
    if (value != null) {
      return value;
    }
    Optional<ControlledGuc> guc = controlled.find(name, input.patroni());
    String byDefault = guc.map(g -> g.defaultValue().text()).orElse("0");
    return name.equals(SEGMENTS)
        ? Values.integer(Long.parseLong(byDefault), Origin.byDefault())
        : Values.string(byDefault, Origin.byDefault());
  }

  private String size(Value segments) {
    ScalarValue scalar = segments instanceof Value.Scalar s ? s.value() : new ScalarValue.Null();
    if (!input.has(Behaviour.WAL_KEEP_SEGMENTS_READ)) {
      if (scalar.type() == ScalarType.STR) {
        return scalar.text().repeat(16) + "MB";
      }
      if (scalar instanceof ScalarValue.Real real) {
        return real.value() * 16 + "MB";
      }
    }
    try {
      BigInteger number = PyInt.of(Python.checked(segments));
      return number.multiply(BigInteger.valueOf(16)) + "MB";
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), "wal_keep_segments is not a number", segments.origin());
    }
  }

  private BigInteger segments(Value size) {
    try {
      Optional<BigInteger> megabytes = PyParse.parseInt(Python.str(size), "MB");
      if (megabytes.isEmpty() && !input.has(Behaviour.WAL_KEEP_SIZE_FORGIVEN)) {
        throw new PythonError("TypeError", "wal_keep_size cannot be read", size.origin());
      }
      BigInteger rounded = megabytes.orElse(BigInteger.ZERO).add(BigInteger.valueOf(8));
      return rounded.divide(BigInteger.valueOf(16));
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), "wal_keep_size cannot be read", size.origin());
    }
  }

  private NameMap forPostgresql(Mapping parameters) {
    NameMap result = NameMap.anyCase();
    for (Map.Entry<ScalarValue, Value> entry : parameters.entries()) {
      if (entry.getKey().type() != ScalarType.STR) {
        throw new PythonError(
            "AttributeError", "the parameter name is not a string", entry.getValue().origin());
      }
      int from =
          controlled
              .find(entry.getKey().text(), input.patroni())
              .map(ControlledGuc::pgFrom)
              .orElse(OLDEST);
      if (input.major() == 0 || input.major() >= from) {
        lose(result.put(entry.getKey(), entry.getValue()), entry.getValue());
      }
    }
    for (String name : List.of("hba_file", "ident_file")) {
      Value file = result.get(name);
      if (file != null) {
        String path = Paths.join(paths.config(), file, "postgresql.parameters." + name);
        result.put(name, Values.string(path, file.origin()));
      }
    }
    return result;
  }

  private void lose(NameMap.@Nullable Entry loser, Value winner) {
    if (loser != null) {
      String path = "postgresql.parameters." + loser.name();
      String detail = "the same parameter is set again in another case";
      losses.add(path, loser.value(), Reason.OVERRIDDEN, detail, winner.origin());
    }
  }
}

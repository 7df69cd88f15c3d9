package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.schemas.py.PyParse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recovery parameters as they are written: {@code ConfigHandler._write_recovery_params}. */
final class RecoveryText {

  private static final String PAUSE = "pause_at_recovery_target";
  private static final String ACTION = "recovery_target_action";

  private final ServerInput input;
  private final Paths paths;
  private final GucFilter filter;
  private String passwords = "";

  RecoveryText(ServerInput input, Paths paths, GucFilter filter) {
    this.input = input;
    this.paths = paths;
    this.filter = filter;
  }

  /** Returns what is written, in order; {@code parameters} is changed as Patroni changes it. */
  List<Setting> of(NameMap parameters) {
    targetAction(parameters);
    List<Setting> settings = new ArrayList<>();
    for (NameMap.Entry entry : parameters.sorted()) {
      if (entry.name().equals("primary_conninfo")) {
        settings.add(new Setting(entry.name(), conninfo(entry.value()), entry.value()));
      } else {
        filter.recovery(entry).ifPresent(settings::add);
      }
    }
    return settings;
  }

  /** Returns the content of the password file; empty if none is written. */
  String passwords() {
    return passwords;
  }

  private void targetAction(NameMap parameters) {
    if (input.major() >= 90500) {
      Value pause = parameters.pop(PAUSE);
      Optional<Boolean> pauses =
          pause == null ? Optional.empty() : PyParse.parseBool(Python.str(pause));
      if (pause != null && pauses.isPresent()) {
        String action = pauses.get() ? "pause" : "promote";
        parameters.setDefault(ACTION, Values.string(action, Origin.computed(PAUSE, pause)));
      }
      return;
    }
    Value action = parameters.pop(ACTION);
    if (action != null && Python.str(action).toLowerCase(Locale.ROOT).equals("promote")) {
      parameters.setDefault(PAUSE, Values.string("false", Origin.computed(ACTION, action)));
    }
  }

  private String conninfo(Value value) {
    if (!(value instanceof Mapping connection)) {
      boolean iterable = PyStr.isString(value) || value instanceof Value.Sequence;
      String error = iterable ? "AttributeError" : "TypeError";
      throw new PythonError(error, "primary_conninfo is not a mapping", value.origin());
    }
    String content = input.major() >= 100000 ? PgPass.of(input, connection) : null;
    if (content == null) {
      return Conninfo.format(input, connection);
    }
    passwords = content;
    Value file = Values.string(paths.pgpass(input), Origin.computed("pgpass", null));
    return Conninfo.format(input, connection.toBuilder().put("passfile", file).build());
  }
}

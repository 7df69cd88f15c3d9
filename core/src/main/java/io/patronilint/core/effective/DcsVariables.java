package io.patronilint.core.effective;

import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.EnvironmentFile.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables of the form {@code PATRONI_ETCD_HOSTS}: any word, then one of the known suffixes. The
 * word need not be the name of a DCS.
 */
final class DcsVariables {

  private final EnvironmentConfig environment;
  private final Map<String, EnvironmentVariable.Type> suffixes = new HashMap<>();

  DcsVariables(EnvironmentConfig environment, List<EnvironmentVariable> known) {
    this.environment = environment;
    known.forEach(suffix -> suffixes.put(suffix.name().substring(1), suffix.type()));
  }

  void read() {
    for (String variable : environment.leftNames()) {
      int underscore = variable.indexOf('_');
      if (underscore > 0) {
        String name = variable.substring(0, underscore);
        String suffix = variable.substring(underscore + 1);
        EnvironmentVariable.Type type = suffixes.get(suffix);
        if (type != null) {
          take(name, suffix, type, environment.pop(variable));
        }
      }
    }
    for (String dcs : List.of("etcd", "etcd3")) {
      if (environment.tree().hasSection(dcs)) {
        credential(dcs, "username");
        credential(dcs, "password");
      }
    }
  }

  private void take(
      String name, String suffix, EnvironmentVariable.Type type, @Nullable Variable variable) {
    if (variable == null) {
      return;
    }
    String path = name.toLowerCase(Locale.ROOT) + "." + suffix.toLowerCase(Locale.ROOT);
    EnvironmentVariable.Type read = type;
    if (name.equals("CITUS") && environment.release().has(Behaviour.CHECKS_CITUS)) {
      if (!suffix.equals("GROUP") && !suffix.equals("DATABASE")) {
        environment.unknown(variable);
        return;
      }
      read = suffix.equals("GROUP") ? EnvironmentVariable.Type.INT : EnvironmentVariable.Type.STR;
    }
    boolean empty = variable.value().isEmpty() && keepsEmpty(read, name);
    Value value =
        empty
            ? Values.string("", EnvironmentConfig.origin(variable))
            : environment.parse(read, variable);
    if (value == null || value.isNull()) {
      environment.invalid(path, variable);
    } else if (!value.truthy() && !environment.release().has(Behaviour.FALSE_VARIABLES_COUNT)) {
      environment.empty(path, variable);
    } else {
      environment.tree().put(path, value);
    }
  }

  /** Numbers and lists are read only if there is something to read. */
  private static boolean keepsEmpty(EnvironmentVariable.Type type, String name) {
    return switch (type) {
      case INT -> !name.equals("CITUS");
      case LIST, LIST_OR_NONE -> true;
      default -> false;
    };
  }

  private void credential(String dcs, String key) {
    Variable variable = environment.pop((dcs + "_" + key).toUpperCase(Locale.ROOT));
    if (variable == null) {
      return;
    }
    if (variable.value().isEmpty()) {
      environment.empty(dcs + "." + key, variable);
    } else {
      environment
          .tree()
          .put(
              dcs + "." + key, Values.string(variable.value(), EnvironmentConfig.origin(variable)));
    }
  }
}

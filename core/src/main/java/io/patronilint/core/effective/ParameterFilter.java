package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.guc.ControlledGuc;
import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges {@code postgresql.parameters}: {@code Config._process_postgresql_parameters}, and the
 * update of a mapping whose keys have no case.
 */
final class ParameterFilter {

  private static final String SECTION = "postgresql.parameters";

  private final Release release;
  private final Losses losses;

  ParameterFilter(Release release, Losses losses) {
    this.release = release;
    this.losses = losses;
  }

  /**
   * Returns {@code known} with the parameters of the dynamic or the local configuration.
   *
   * @param local the local configuration if the parameters come from there, else null
   */
  Mapping merge(Mapping known, Value parameters, @Nullable Mapping local) {
    if (!parameters.truthy()) {
      return known;
    }
    if (!(parameters instanceof Mapping) && release.has(Behaviour.REFUSES_OTHER_PARAMETERS)) {
      throw new PythonError(
          "ConfigParseError", Python.notAMapping(SECTION, parameters), parameters.origin());
    }
    CaselessNames merged = new CaselessNames(known);
    for (Map.Entry<ScalarValue, Value> entry : Python.dict(SECTION, parameters).entries()) {
      ScalarValue key = entry.getKey();
      Value value = entry.getValue();
      if (!(key instanceof ScalarValue.Str name)) {
        throw new PythonError(
            "AttributeError",
            "the name of a parameter in " + SECTION + " is not a string: " + key.text(),
            value.origin());
      }
      ControlledGuc controlled = release.controlled(name.text()).orElse(null);
      if (controlled == null) {
        put(merged, name.text(), value);
      } else if (local != null) {
        ignoreLocal(controlled, name.text(), value, merged, local);
      } else {
        check(merged, controlled, name.text(), value);
      }
    }
    return merged.mapping();
  }

  private void check(CaselessNames known, ControlledGuc controlled, String name, Value value) {
    String path = SECTION + "." + name;
    try {
      PyValue given = Python.checked(value);
      Optional<PyValue> accepted = controlled.accept(given);
      if (accepted.isEmpty()) {
        boolean never = controlled.check() == ControlledGuc.Check.NEVER;
        losses.add(
            path,
            value,
            never ? Reason.CONTROLLED : Reason.INVALID,
            never ? "Patroni sets " + controlled.name() + " itself" : refusal(controlled, known),
            known.get(name));
        return;
      }
      boolean same = accepted.get().equals(given);
      put(known, name, same ? value : Release.value(accepted.get(), value.origin()));
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), path + " is not a value for " + name, value.origin());
    }
  }

  private static String refusal(ControlledGuc guc, CaselessNames known) {
    Value kept = known.get(guc.name());
    String instead = kept == null ? "" : "; Patroni keeps " + Python.str(kept);
    return switch (guc.check()) {
      case BOOL -> guc.name() + " takes booleans only" + instead;
      case TRUE -> guc.name() + " can only be on" + instead;
      case WORD, WORD_METHOD, WORD_OF_ANY ->
          guc.name() + " takes " + String.join(", ", guc.values()) + " only" + instead;
      default -> guc.name() + " must be a number of at least " + guc.min() + guc.unit() + instead;
    };
  }

  private void ignoreLocal(
      ControlledGuc controlled, String name, Value value, CaselessNames known, Mapping local) {
    boolean never = controlled.check() == ControlledGuc.Check.NEVER;
    Value winner = known.get(name);
    if (controlled.name().equals("cluster_name")) {
      winner = local.get("scope");
    } else if (controlled.name().equals("port") || controlled.name().equals("listen_addresses")) {
      winner = local.at("postgresql", "listen").orElse(null);
    }
    losses.add(
        SECTION + "." + name,
        value,
        never ? Reason.CONTROLLED : Reason.DYNAMIC_ONLY,
        never
            ? "Patroni sets " + controlled.name() + " itself"
            : "Patroni takes " + controlled.name() + " from the dynamic configuration only",
        winner);
  }

  private void put(CaselessNames known, String name, Value value) {
    Value old = known.put(name, value);
    losses.replaced(SECTION + "." + name, old, value);
  }
}

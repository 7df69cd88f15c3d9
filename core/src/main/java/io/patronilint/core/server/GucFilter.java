package io.patronilint.core.server;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.schemas.guc.GucOutcome;
import io.patronilint.schemas.guc.GucTransform;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Lets through what Patroni writes of the parameters, and notes the rest. */
final class GucFilter {

  private final ServerInput input;
  private final GucTransform transform;
  private final Predicate<String> listed;
  private final Losses losses;

  /**
   * Makes a filter.
   *
   * @param listed tells whether PostgreSQL lists a parameter, given in lower case, when it is asked
   *     to describe its configuration
   */
  GucFilter(ServerInput input, GucTransform transform, Predicate<String> listed, Losses losses) {
    this.input = input;
    this.transform = transform;
    this.listed = listed;
    this.losses = losses;
  }

  /** Returns what is written for a server parameter; empty for nothing. */
  Optional<Setting> server(NameMap.Entry entry) {
    String name = entry.name();
    GucOutcome outcome =
        transform.server(name, Python.checked(entry.value()), input.checkedVersion(), listed(name));
    return outcome(entry, outcome, "postgresql.parameters.");
  }

  /** Returns what is written for a recovery parameter; empty for nothing. */
  Optional<Setting> recovery(NameMap.Entry entry) {
    String name = entry.name();
    GucOutcome outcome =
        transform.recovery(name, Python.checked(entry.value()), input.major(), listed(name));
    return outcome(entry, outcome, "postgresql.recovery_conf.");
  }

  private Set<String> listed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return listed.test(lower) ? Set.of(lower) : Set.of();
  }

  private Optional<Setting> outcome(NameMap.Entry entry, GucOutcome outcome, String section) {
    String name = entry.name();
    Value value = entry.value();
    String path = section + name;
    if (outcome instanceof GucOutcome.Kept) {
      return Optional.of(new Setting(name, Python.str(value), value));
    }
    if (outcome instanceof GucOutcome.Raises raises) {
      throw new PythonError(
          raises.type(), path + " cannot be compared with its limits", value.origin());
    }
    if (outcome instanceof GucOutcome.Clamped clamped) {
      String detail = name + " is set to its limit " + clamped.text() + clamped.guc().unit();
      Value bound = Values.string(clamped.text(), Origin.computed("limit of " + name, value));
      losses.add(path, value, Reason.CLAMPED, detail, bound.origin());
      return Optional.of(new Setting(name, clamped.text(), bound));
    }
    dropped(path, name, value, outcome);
    return Optional.empty();
  }

  private void dropped(String path, String name, Value value, GucOutcome outcome) {
    String word = outcome instanceof GucOutcome.Invalid i ? i.guc().kind().word() : "";
    if (outcome instanceof GucOutcome.Invalid) {
      String detail = name + " is left out, because its value is not a valid " + word;
      losses.add(path, value, Reason.INVALID, detail, null);
    } else if (outcome instanceof GucOutcome.Unknown) {
      String detail = name + " is left out, because Patroni knows no such parameter here";
      losses.add(path, value, Reason.DROPPED, detail, null);
    } else if (outcome instanceof GucOutcome.None) {
      losses.add(path, value, Reason.DROPPED, name + " is left out, because it is null", null);
    }
  }
}

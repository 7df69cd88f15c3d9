package io.patronilint.core.server;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.schemas.guc.PatroniGucs;
import org.jspecify.annotations.Nullable;

/** The section {@code recovery_conf} that a follower gets its recovery parameters from. */
final class RecoveryConf {

  private RecoveryConf() {}

  /**
   * Returns the section, as {@code ConfigHandler._adjust_recovery_parameters} leaves it: recovery
   * parameters among the server parameters replace it as a whole.
   *
   * @return null if there is none
   */
  static @Nullable Value of(
      ServerInput input, NameMap parameters, PatroniGucs gucs, @Nullable Losses losses) {
    Value section = moved(input, parameters, gucs, losses);
    if (section == null || !section.truthy()) {
      return section;
    }
    if (!(section instanceof Mapping mapping)) {
      String error = section instanceof Value.Sequence ? "TypeError" : "AttributeError";
      throw new PythonError(error, "postgresql.recovery_conf is not a mapping", section.origin());
    }
    boolean twelve = input.major() >= 120000;
    String good = twelve ? "promote_trigger_file" : "trigger_file";
    String wrong = twelve ? "trigger_file" : "promote_trigger_file";
    Value other = mapping.get(wrong);
    Mapping.Builder adjusted = mapping.toBuilder().remove(wrong);
    if (other != null && other.truthy() && !mapping.has(good)) {
      adjusted.put(good, other.withOrigin(Origin.computed("name of this PostgreSQL", other)));
    }
    return adjusted.build();
  }

  private static @Nullable Value moved(
      ServerInput input, NameMap parameters, PatroniGucs gucs, @Nullable Losses losses) {
    Value section = input.get("recovery_conf");
    Mapping.Builder moved = Mapping.builder(Origin.computed("postgresql.parameters", section));
    Origin first = null;
    for (NameMap.Entry entry : parameters.entries()) {
      if (gucs.isRecovery(entry.name(), input.patroni())) {
        moved.put(entry.name(), entry.value());
        first = first == null ? entry.value().origin() : first;
      }
    }
    if (first == null) {
      return section;
    }
    if (losses != null && section instanceof Mapping lost) {
      for (var entry : lost.entries()) {
        String detail = "recovery parameters under postgresql.parameters replace recovery_conf";
        String path = "postgresql.recovery_conf." + entry.getKey().text();
        losses.add(path, entry.getValue(), Reason.OVERRIDDEN, detail, first);
      }
    }
    return moved.build();
  }

  /** Raises what {@code Bootstrap._post_restore} raises when it looks for the trigger file. */
  static void checkTriggerFile(ServerInput input, @Nullable Value section) {
    if (!(section instanceof Mapping mapping)) {
      if (section != null && !input.has(Behaviour.RECOVERY_CONF_NULL_RESTORED)) {
        throw new PythonError(
            "AttributeError", "postgresql.recovery_conf is not a mapping", section.origin());
      }
      return;
    }
    String name = input.major() >= 120000 ? "promote_trigger_file" : "trigger_file";
    Value file = mapping.get(name);
    if (file != null && file.truthy() && !PyStr.isString(file)) {
      throw new PythonError(
          "TypeError", "the path of the trigger file is not a string", file.origin());
    }
  }
}

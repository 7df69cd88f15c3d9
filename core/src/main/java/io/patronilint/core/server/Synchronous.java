package io.patronilint.core.server;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.schemas.py.PyParse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the synchronous mode does to {@code synchronous_standby_names}. */
final class Synchronous {

  private static final String NAMES = "synchronous_standby_names";

  private Synchronous() {}

  /**
   * Sets or removes {@code synchronous_standby_names} as {@code
   * ConfigHandler.get_server_parameters} does while the server is not a primary.
   *
   * @param before the server parameters so far, or null while Patroni starts
   */
  static void apply(
      ServerInput input, Mapping.Builder parameters, @Nullable NameMap before, Losses losses) {
    if (!isSynchronous(input, before == null)) {
      return;
    }
    Value kept = before != null && input.has(Behaviour.SYNC_NAMES_KEPT) ? before.get(NAMES) : null;
    if (kept != null && !kept.isNull()) {
      parameters.put(NAMES, kept);
      return;
    }
    Value was = parameters.get(NAMES);
    if (was != null) {
      String detail = "Patroni sets " + NAMES + " itself in synchronous mode";
      losses.add("postgresql.parameters." + NAMES, was, Reason.CONTROLLED, detail, null);
    }
    boolean section = input.has(Behaviour.SYNC_IN_SECTION);
    if (section && truthy(input.get("synchronous_mode_strict"))) {
      parameters.put(NAMES, Values.string("*", Origin.computed("synchronous_mode_strict", was)));
    } else {
      parameters.remove(NAMES);
    }
  }

  private static boolean isSynchronous(ServerInput input, boolean starting) {
    if (input.has(Behaviour.SYNC_IN_SECTION)) {
      return truthy(input.get("synchronous_mode"));
    }
    if (starting && input.has(Behaviour.SYNC_ASSUMED_AT_START)) {
      return true;
    }
    if (starting && input.has(Behaviour.SYNC_UNKNOWN_AT_START)) {
      return false;
    }
    Value mode = input.dynamic().get("synchronous_mode");
    String text = mode == null ? "" : Python.str(mode);
    boolean quorum = text.toLowerCase(Locale.ROOT).equals("quorum");
    boolean on =
        PyParse.parseBool(text).orElse(false) || (quorum && input.has(Behaviour.SYNC_QUORUM));
    boolean standby = input.has(Behaviour.SYNC_NOT_IN_STANDBY) && isStandby(input.dynamic());
    return on && !standby;
  }

  /** Tells whether this is a standby cluster ({@code GlobalConfig.is_standby_cluster}). */
  static boolean isStandby(Mapping dynamic) {
    Mapping section = ServerInput.section(dynamic, "standby_cluster");
    return List.of("host", "port", "restore_command").stream()
        .anyMatch(key -> truthy(section.get(key)));
  }

  private static boolean truthy(@Nullable Value value) {
    return value != null && value.truthy();
  }
}

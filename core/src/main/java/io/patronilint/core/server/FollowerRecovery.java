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
import io.patronilint.schemas.py.PyParse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recovery parameters of a follower: {@code ConfigHandler.build_recovery_params}. */
final class FollowerRecovery {

  private final ServerInput input;
  private final Losses losses;

  FollowerRecovery(ServerInput input, Losses losses) {
    this.input = input;
    this.losses = losses;
  }

  /**
   * Works the parameters out.
   *
   * @param section {@code recovery_conf}, or null
   * @param upstream what to follow, or null if there is nothing to follow
   */
  NameMap of(@Nullable Value section, @Nullable Upstream upstream) {
    NameMap result = NameMap.anyCase();
    copy(section, result);
    put(result, "standby_mode", "on");
    put(result, "recovery_target_timeline", "latest");
    if (input.major() >= 120000) {
      for (String kind : List.of("", "_name", "_time", "_xid", "_lsn")) {
        put(result, "recovery_target" + kind, "");
      }
    }
    if (upstream != null) {
      follow(upstream, result);
      List<String> keys = List.of("restore_command", "archive_cleanup_command");
      keys.forEach(key -> override(upstream, key, result));
      if (upstream.remote()) {
        override(upstream, "recovery_min_apply_delay", result);
      }
    }
    return result;
  }

  private void copy(@Nullable Value section, NameMap into) {
    if (!(section instanceof Mapping mapping)) {
      if (section != null && !input.has(Behaviour.RECOVERY_CONF_NULL)) {
        throw new PythonError(
            "AttributeError", "postgresql.recovery_conf is not a mapping", section.origin());
      }
      return;
    }
    for (Map.Entry<ScalarValue, Value> entry : mapping.entries()) {
      if (entry.getKey().type() != ScalarType.STR) {
        throw new PythonError(
            "AttributeError",
            "a name under recovery_conf is not a string",
            entry.getValue().origin());
      }
      String name = entry.getKey().text();
      String path = "postgresql.recovery_conf." + name;
      if (isOwn(name.toLowerCase(Locale.ROOT))) {
        String detail = "Patroni does not hand " + name + " to a follower";
        losses.add(path, entry.getValue(), Reason.CONTROLLED, detail, null);
      } else {
        NameMap.Entry before = into.put(entry.getKey(), entry.getValue());
        if (before != null) {
          Origin winner = entry.getValue().origin();
          String detail = "the same parameter is set again in another case";
          losses.add(path, before.value(), Reason.OVERRIDDEN, detail, winner);
        }
      }
    }
  }

  private static boolean isOwn(String name) {
    return name.startsWith("recovery_target")
        || name.equals("primary_conninfo")
        || name.equals("primary_slot_name");
  }

  private void put(NameMap result, String name, String text) {
    NameMap.Entry before = result.put(name, Values.string(text, Origin.computed("follower", null)));
    if (before != null && !PyStr.is(before.value(), text)) {
      String detail = "Patroni sets " + name + " itself for a follower";
      String path = "postgresql.recovery_conf." + before.name();
      losses.add(path, before.value(), Reason.CONTROLLED, detail, null);
    }
  }

  private void follow(Upstream upstream, NameMap result) {
    Mapping connection = upstream.connection();
    Value own = input.require("name");
    boolean self = !upstream.remote() && PyStr.is(own, upstream.name());
    if (connection == null || self) {
      return;
    }
    Mapping.Builder conninfo = Conninfo.of(input, connection);
    if (usesSlots() && !upstream.withoutSlot()) {
      Value slot = upstream.remote() ? upstream.data().get("primary_slot_name") : own;
      result.put("primary_slot_name", slot(slot == null ? own : slot));
      readWrite(upstream, conninfo);
    }
    result.put("primary_conninfo", conninfo.build());
  }

  private boolean usesSlots() {
    if (input.has(Behaviour.SLOTS_GLOBAL)) {
      Value slots = ServerInput.section(input.dynamic(), "postgresql").get("use_slots");
      return slots == null || PyParse.parseBool(Python.str(slots)).orElse(false);
    }
    Value slots = input.get("use_slots");
    return slots == null || slots.truthy();
  }

  private void readWrite(Upstream upstream, Mapping.Builder conninfo) {
    if (!upstream.remote()) {
      return;
    }
    boolean asked = input.has(Behaviour.REMOTE_READ_WRITE);
    if (input.has(Behaviour.REMOTE_READ_WRITE_OF_MANY)) {
      Value host = conninfo.get("host");
      if (host instanceof Value.Scalar && !PyStr.isString(host)) {
        throw new PythonError("TypeError", "standby_cluster.host is not a string", host.origin());
      }
      asked = host != null && has(host, ",");
    }
    if (asked && input.major() >= 100000) {
      Origin origin = Origin.computed("standby_cluster", null);
      conninfo.put("target_session_attrs", Values.string("read-write", origin));
    }
  }

  /** Tells whether Python's {@code text in value} holds. */
  private static boolean has(Value value, String text) {
    if (value instanceof Value.Sequence list) {
      return list.items().stream().anyMatch(item -> PyStr.is(item, text));
    }
    return value instanceof Mapping mapping ? mapping.has(text) : Python.str(value).contains(text);
  }

  private void override(Upstream upstream, String key, NameMap result) {
    Value value = upstream.data().get(key);
    if (value == null || !value.truthy()) {
      return;
    }
    NameMap.Entry before = result.put(key, value);
    if (before != null) {
      String detail = "standby_cluster sets " + key + ", which comes first";
      String path = "postgresql.recovery_conf." + before.name();
      losses.add(path, before.value(), Reason.OVERRIDDEN, detail, value.origin());
    }
  }

  /** Makes the name of a slot ({@code slot_name_from_member_name}). */
  private static Value slot(Value member) {
    String name = ServerInput.text(member, "the name of the slot").toLowerCase(Locale.ROOT);
    StringBuilder slot = new StringBuilder();
    name.codePoints().forEach(c -> slot.append(inSlot(c)));
    String text = slot.length() > 63 ? slot.substring(0, 63) : slot.toString();
    Origin origin = text.equals(name) ? member.origin() : Origin.computed("name", member);
    return Values.string(text, origin);
  }

  private static String inSlot(int c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
      return Character.toString(c);
    }
    return c == '-' || c == '.' ? "_" : String.format(Locale.ROOT, "u%04d", c);
  }
}

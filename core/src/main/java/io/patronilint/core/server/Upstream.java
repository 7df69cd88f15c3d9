package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a follower streams from: Patroni's {@code Member} or {@code RemoteMember}.
 *
 * @param name the member's name
 * @param connection host, port and database; null if there is nothing to connect to
 * @param data what {@code standby_cluster} says, for a remote member
 * @param remote this is the primary of another cluster
 */
record Upstream(String name, @Nullable Mapping connection, Mapping data, boolean remote) {

  private static final List<String> REMOTE_KEYS =
      List.of(
          "primary_slot_name",
          "create_replica_methods",
          "restore_command",
          "archive_cleanup_command",
          "recovery_min_apply_delay");

  /** Returns a member of the own cluster. */
  static Upstream of(ServerInput input, Leader leader) {
    Origin origin = Origin.computed("leader", null);
    // Patroni takes the host out of a URL, which has no upper case there.
    String host = leader.host().toLowerCase(Locale.ROOT);
    Mapping connection =
        Mapping.builder(origin)
            .put("host", Values.string(host, origin))
            .put("port", Values.integer(leader.port(), origin))
            .put(databaseKey(input), input.database().withOrigin(origin))
            .build();
    return new Upstream(leader.name(), connection, Mapping.builder(origin).build(), false);
  }

  private static String databaseKey(ServerInput input) {
    return input.has(Behaviour.MEMBER_DBNAME) ? "dbname" : "database";
  }

  /** Returns the primary that {@code standby_cluster} names, or null if it is not a section. */
  static @Nullable Upstream remote(ServerInput input) {
    Value section = input.dynamic().get("standby_cluster");
    if (section == null || !section.truthy()) {
      return null;
    }
    if (!(section instanceof Mapping cluster)) {
      throw new PythonError("AttributeError", "standby_cluster is not a mapping", section.origin());
    }
    Mapping.Builder data = Mapping.builder(section.origin());
    for (String key : REMOTE_KEYS) {
      Value value = cluster.get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
    return new Upstream("", connection(input, cluster), data.build(), true);
  }

  private static @Nullable Mapping connection(ServerInput input, Mapping cluster) {
    Value host = cluster.get("host");
    Value port = cluster.get("port");
    if (host == null && port == null) {
      return null;
    }
    if (host != null && host.truthy() && host instanceof Value.Scalar && !PyStr.isString(host)) {
      throw new PythonError("TypeError", "standby_cluster.host is not a string", host.origin());
    }
    Mapping.Builder connection = Mapping.builder(cluster.origin());
    Value none = new Value.Scalar(new ScalarValue.Null(), Origin.byDefault());
    connection.put("host", host == null ? none : host);
    connection.put("port", port == null ? none : port);
    connection.put(databaseKey(input), none);
    return connection.build();
  }

  /** Tells whether the primary keeps no slot for us. */
  boolean withoutSlot() {
    return remote && !data.has("primary_slot_name");
  }
}

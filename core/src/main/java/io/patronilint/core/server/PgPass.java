package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;
import io.patronilint.schemas.py.PyText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The password file that Patroni writes for replication ({@code ConfigHandler.write_pgpass}). */
final class PgPass {

  private PgPass() {}

  /** Returns its content for a connection; null if nothing is written. */
  static @Nullable String of(ServerInput input, Mapping connection) {
    if (!connection.has("password")) {
      return null;
    }
    String rest =
        ":"
            + escape(orStar(connection, "port"))
            + ":*:"
            + escape(orStar(connection, "user"))
            + ":"
            + escape(orStar(connection, "password"));
    if (!input.has(Behaviour.PGPASS_EACH_HOST)) {
      return escape(orStar(connection, "host")) + rest;
    }
    if (!input.has(Behaviour.PGPASS_CONTENT)) {
      StringBuilder lines = new StringBuilder();
      for (String host : escape(orStar(connection, "host")).split(",", -1)) {
        lines.append(host).append(rest).append('\n');
      }
      // Only the end loses its blanks; strip() would take the beginning's too.
      return PyText.strip("." + lines).substring(1);
    }
    List<String> hosts = hosts(input, connection);
    if (hosts.isEmpty()) {
      return null;
    }
    String end = input.has(Behaviour.PGPASS_SOCKET) ? "\n" : "";
    return String.join("\n", hosts.stream().map(h -> h + rest).toList()) + end;
  }

  private static List<String> hosts(ServerInput input, Mapping connection) {
    Value host = connection.get("host");
    String text = host != null && host.truthy() ? ServerInput.text(host, "host") : "*";
    List<String> hosts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!PyText.strip(part).isEmpty()) {
        hosts.add(escape(PyText.strip(part)));
      }
    }
    boolean socket = hosts.stream().anyMatch(h -> h.startsWith("/"));
    if (input.has(Behaviour.PGPASS_SOCKET) && socket && !hosts.contains("localhost")) {
      hosts.add("localhost");
    }
    return hosts;
  }

  private static String orStar(Mapping connection, String name) {
    Value value = connection.get(name);
    return value != null && value.truthy() ? Python.str(value) : "*";
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:");
  }
}

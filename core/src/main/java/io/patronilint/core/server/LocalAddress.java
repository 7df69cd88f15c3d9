package io.patronilint.core.server;

import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import java.util.Optional;

/**
 * How Patroni connects to its own server ({@code ConfigHandler.resolve_connection_addresses}).
 *
 * @param host the host of its own connections; empty for PostgreSQL's default socket
 * @param replicationHost the host of replication connections; empty for the default socket
 */
record LocalAddress(Optional<String> host, Optional<String> replicationHost) {

  static LocalAddress of(ServerInput input, NameMap parameters) {
    Value listen = parameters.get("listen_addresses");
    String tcp = Listen.local(listen == null ? "" : Python.str(listen));
    Value connect = input.get("connect_address");
    if (connect != null && connect.truthy()) {
      boolean each = input.has(Behaviour.LISTEN_STRIPS_EACH);
      Listen.check(connect, "postgresql.connect_address", each);
    }
    boolean own = isSet(input, "use_unix_socket");
    boolean both = input.has(Behaviour.SOCKET_FOR_REPLICATION);
    Optional<String> unix = own || both ? unix(parameters, tcp) : Optional.empty();
    boolean replication = both && isSet(input, "use_unix_socket_repl");
    return new LocalAddress(own ? unix : Optional.of(tcp), replication ? unix : Optional.of(tcp));
  }

  private static Optional<String> unix(NameMap parameters, String tcp) {
    Value sockets = parameters.get("unix_socket_directories");
    if (sockets == null || sockets.isNull()) {
      return Optional.empty();
    }
    String name = "postgresql.parameters.unix_socket_directories";
    String socket = Listen.socket(ServerInput.text(sockets, name));
    return Optional.of(socket.isEmpty() ? tcp : socket);
  }

  /** Raises what {@code ConfigHandler.check_directories} raises for values of a wrong type. */
  static void checkDirectories(NameMap parameters) {
    Value sockets = parameters.get("unix_socket_directories");
    if (sockets != null) {
      ServerInput.text(sockets, "postgresql.parameters.unix_socket_directories");
    }
    Value statistics = parameters.get("stats_temp_directory");
    if (statistics != null && !PyStr.isString(statistics)) {
      String found = Python.typeName(statistics);
      String name = "postgresql.parameters.stats_temp_directory";
      throw new PythonError(
          "TypeError", name + " is " + found + ", not a string", statistics.origin());
    }
  }

  private static boolean isSet(ServerInput input, String name) {
    Value value = input.get(name);
    return value != null && value.truthy();
  }
}

package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The pg_hba.conf with which Patroni reaches a server of which it does not know the passwords yet,
 * while a custom bootstrap runs ({@code ConfigHandler.replace_pg_hba}).
 */
final class OpenAccess {

  private OpenAccess() {}

  /**
   * Returns its lines. A name is looked up on the machine; here, localhost stands for 127.0.0.1 and
   * every other name for itself.
   */
  static List<String> lines(ServerInput input, LocalAddress local) {
    Value authentication = input.require("authentication");
    String replication = user(authentication, "replication");
    String superuser = superuser(authentication);
    List<String> lines = new ArrayList<>();
    add(lines, "local", replication, superuser, "");
    String host = local.replicationHost().orElse("/");
    if (!host.startsWith("/")) {
      String address = host.equals("localhost") ? "127.0.0.1" : host;
      add(lines, "host", replication, superuser, address + "/32");
    }
    return lines;
  }

  private static void add(
      List<String> lines, String type, String replication, String superuser, String address) {
    lines.add(type + "\treplication\t" + replication + "\t" + address + "\ttrust");
    lines.add(type + "\tall\t" + superuser + "\t" + address + "\ttrust");
  }

  private static String user(Value authentication, String role) {
    Value section = authentication instanceof Mapping mapping ? mapping.get(role) : null;
    Value name = section instanceof Mapping mapping ? mapping.get("username") : null;
    if (name == null) {
      String path = "postgresql.authentication." + role + ".username";
      throw new PythonError("KeyError", path + " is missing", authentication.origin());
    }
    return Python.str(name);
  }

  private static String superuser(Value authentication) {
    Value section = authentication instanceof Mapping mapping ? mapping.get("superuser") : null;
    Value name = section instanceof Mapping mapping ? mapping.get("username") : null;
    return name != null && name.truthy() ? Python.str(name) : "all";
  }
}

package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The connection of a follower: {@code primary_conninfo_params} and {@code format_dsn}. */
final class Conninfo {

  private Conninfo() {}

  /** Returns the keywords and values for {@code upstream}, which has a connection. */
  static Mapping.Builder of(ServerInput input, Mapping connection) {
    Mapping.Builder result = connection.toBuilder();
    addCredentials(input, result);
    result.put("application_name", input.require("name"));
    setDefault(result, "sslmode", "prefer");
    if (input.major() >= 120000) {
      setDefault(result, "gssencmode", "prefer");
    }
    if (input.major() >= 130000) {
      setDefault(result, "channel_binding", "prefer");
    }
    boolean newer = input.has(Behaviour.CONNINFO_DBNAME);
    if (newer && input.major() >= 170000) {
      setDefault(result, "sslnegotiation", "postgres");
    }
    Value service = input.get("krbsrvname");
    if (service != null && service.truthy()) {
      result.put("krbsrvname", service);
    }
    Value database = result.get("dbname");
    if (!newer) {
      result.remove(input.has(Behaviour.MEMBER_DBNAME) ? "dbname" : "database");
    } else if (database == null || !database.truthy()) {
      result.put("dbname", input.database());
    }
    return result;
  }

  private static void setDefault(Mapping.Builder result, String name, String value) {
    if (result.get(name) == null) {
      result.put(name, Values.string(value, Origin.byDefault()));
    }
  }

  private static void addCredentials(ServerInput input, Mapping.Builder result) {
    Value authentication = input.require("authentication");
    Value replication =
        authentication instanceof Mapping mapping ? mapping.get("replication") : null;
    if (replication == null) {
      throw new PythonError(
          "KeyError", "postgresql.authentication.replication is missing", authentication.origin());
    }
    if (!(replication instanceof Mapping credentials)) {
      return;
    }
    boolean without = input.has(Behaviour.AUTH_WITHOUT_OPTIONS);
    for (var entry : credentials.entries()) {
      String key = entry.getKey().text();
      boolean skipped = without && (key.equals("options") || key.equals("connect_timeout"));
      if (!entry.getValue().isNull() && !skipped) {
        result.put(entry.getKey(), entry.getValue());
      }
    }
    Value user = result.get("username");
    if (user != null) {
      result.remove("username").put("user", user);
    } else if (credentials.has("username")) {
      throw new PythonError(
          "KeyError", "the name of the replication user is null", replication.origin());
    }
  }

  /** Writes a connection string; null values are left out. */
  static String format(ServerInput input, Mapping keywords) {
    List<String> parts = new ArrayList<>();
    for (String keyword : keywords(input, keywords)) {
      Value value = keywords.get(keyword);
      int since = input.has(Behaviour.DSN_BY_POSTGRESQL) ? since().getOrDefault(keyword, 0) : 0;
      if (value != null && !value.isNull() && input.major() >= since) {
        parts.add(keyword + "=" + Python.str(value).replaceAll("(['\\\\ ])", "\\\\$1"));
      }
    }
    return String.join(" ", parts);
  }

  private static List<String> keywords(ServerInput input, Mapping given) {
    Value file = given.get("passfile");
    List<String> words = new ArrayList<>();
    if (input.has(Behaviour.DSN_DBNAME)) {
      words.add("dbname");
    }
    words.add("user");
    words.add(file != null && file.truthy() ? "passfile" : "password");
    words.addAll(List.of("host", "port", "sslmode", "sslcompression", "sslcert", "sslkey"));
    if (input.has(Behaviour.DSN_SSLPASSWORD)) {
      words.add("sslpassword");
    }
    words.addAll(List.of("sslrootcert", "sslcrl"));
    if (input.has(Behaviour.DSN_SSLCRLDIR)) {
      words.add("sslcrldir");
    }
    words.addAll(List.of("application_name", "krbsrvname", "gssencmode", "channel_binding"));
    if (input.has(Behaviour.DSN_TARGET)) {
      words.add("target_session_attrs");
    }
    if (input.has(Behaviour.DSN_NEGOTIATION)) {
      words.add("sslnegotiation");
    }
    return words;
  }

  private static Map<String, Integer> since() {
    return Map.of(
        "target_session_attrs",
        100000,
        "gssencmode",
        120000,
        "channel_binding",
        130000,
        "sslpassword",
        130000,
        "sslcrldir",
        140000,
        "sslnegotiation",
        170000);
  }
}

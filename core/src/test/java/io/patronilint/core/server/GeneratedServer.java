package io.patronilint.core.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes inputs for a start of PostgreSQL: ordinary ones with odd ones among them. */
final class GeneratedServer {

  private static final List<String> GUCS =
      List.of(
          "archive_mode",
          "archive_command",
          "archive_timeout",
          "shared_buffers",
          "work_mem",
          "wal_buffers",
          "log_statement",
          "log_min_messages",
          "jit",
          "ssl",
          "port",
          "wal_level",
          "max_parallel_workers",
          "random_page_cost",
          "checkpoint_completion_target",
          "autovacuum_naptime",
          "hot_standby_feedback",
          "synchronous_standby_names",
          "shared_preload_libraries",
          "unix_socket_directories",
          "vacuum_cost_delay",
          "trace_sort",
          "wal_keep_segments",
          "wal_keep_size",
          "log_line_prefix",
          "statement_timeout",
          "track_commit_timestamp",
          "huge_pages",
          "password_encryption",
          "wal_compression",
          "pg_stat_statements.max",
          "citus.node_conninfo",
          "auto_explain.log_min_duration",
          "no_such_guc",
          "checkpoint_segments",
          "hba_file",
          "ident_file",
          "stats_temp_directory",
          "default_toast_compression",
          "io_method",
          "summarize_wal",
          "allow_in_place_tablespaces");

  private static final List<String> RECOVERY =
      List.of(
          "restore_command",
          "archive_cleanup_command",
          "recovery_end_command",
          "recovery_target_time",
          "recovery_target_name",
          "recovery_target_timeline",
          "recovery_target_action",
          "recovery_target_inclusive",
          "pause_at_recovery_target",
          "recovery_min_apply_delay",
          "primary_slot_name",
          "standby_mode",
          "trigger_file",
          "promote_trigger_file",
          "recovery_target",
          "no_such_parameter");

  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "100",
          "128MB",
          "'1.5GB'",
          "'10 kB'",
          "5min",
          "0x10",
          "'0x10'",
          "1.5",
          "1e3",
          "true",
          "false",
          "'on'",
          "'OFF'",
          "yes",
          "null",
          "''",
          "always",
          "replica",
          "lz4",
          "'/usr/bin/cp /a/%f \"%p\"'",
          "\"it's\"",
          "'back\\slash'",
          "\"two\\nlines\"",
          "[a, 1]",
          "[]",
          "{a: 'b c'}",
          "{}",
          "2026-11-22",
          "2026-11-22 13:06:18+02:00",
          "'2026-11-22'",
          "2026-11-22T00:00:00Z",
          "99999999999999999999",
          "\"caf\\u00e9 \\U0001F600\"",
          "' x '",
          "promote",
          "pause",
          "['it''s', \"a\\tb\", null, 1.0]");

  private static final List<String> POSTGRESQL =
      List.of("9.6.3", "11.4", "12.12", "13.9", "15.4", "16.0", "17.2", "18.1");

  private final Random random;
  private final String root;

  GeneratedServer(long seed, String root) {
    this.random = new Random(seed);
    this.root = root;
  }

  /** What is asked, in the form that Patroni gets it. */
  record Sample(
      String config,
      String dynamic,
      String postgresql,
      String start,
      List<String> leader,
      List<String> control,
      List<String> listed,
      String auto,
      List<String> signals) {

    String json() {
      return "{\"config\":%s,\"dynamic\":%s,\"postgresql\":%s,\"start\":%s,\"leader\":%s,"
              .formatted(
                  quote(config), quote(dynamic), quote(postgresql), quote(start), array(leader))
          + "\"control\":%s,\"listed\":%s,\"auto\":%s,\"signals\":%s}"
              .formatted(object(control), array(listed), quote(auto), array(signals));
    }

    private static String object(List<String> pairs) {
      List<String> entries = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i += 2) {
        entries.add(quote(pairs.get(i)) + ":" + quote(pairs.get(i + 1)));
      }
      return "{" + String.join(",", entries) + "}";
    }

    private static String array(List<String> items) {
      return items.stream().map(Sample::quote).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quote(String text) {
      StringBuilder out = new StringBuilder("\"");
      text.chars()
          .forEach(
              c -> {
                boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
                out.append(plain ? String.valueOf((char) c) : String.format("\\u%04x", c));
              });
      return out.append('"').toString();
    }
  }

  Sample next() {
    String postgresql = pick(POSTGRESQL);
    String start = pick(List.of("follower", "follower", "leader", "remote", "bootstrap"));
    List<String> listed = new ArrayList<>();
    for (List<String> names : List.of(GUCS, RECOVERY)) {
      names.stream().filter(n -> random.nextInt(8) > 0).forEach(listed::add);
    }
    List<String> leader =
        List.of(pick(List.of("n2", "n2", "n1")), pick(List.of("10.0.0.2", "Db2.local")), "5432");
    String local = config(start);
    boolean bootstraps = start.equals("bootstrap");
    boolean restored = bootstraps ? local.contains("keep_existing") : random.nextInt(3) == 0;
    String signal =
        postgresql.compareTo("12") < 0 || postgresql.startsWith("9") ? "conf" : "signal";
    List<String> signals = restored ? List.of("recovery." + signal) : List.of();
    return new Sample(
        local, dynamic(), postgresql, start, leader, control(), listed, auto(), signals);
  }

  private String config(String start) {
    StringBuilder config = new StringBuilder("scope: s\nname: n1\n");
    StringBuilder pg = new StringBuilder("postgresql:\n  scope: s\n  retry_timeout: 10\n");
    pg.append("  name: ").append(often("n1", "'Node-1.a b'", "'" + "x".repeat(70) + "'", "'é'"));
    pg.append("\n  data_dir: ").append(root).append("/data\n");
    pg.append("  listen: ").append(listen()).append('\n');
    pg.append("  authentication: ").append(authentication()).append('\n');
    some(pg, 4, "config_dir", root + "/conf", "''", root + "//data/../conf/");
    some(pg, 6, "config_base_name", "db");
    some(pg, 6, "custom_conf", "my.conf", "''", "\"it's\\\\\"", "null");
    some(pg, 2, "pgpass", root + "/home/pgpass");
    some(
        pg,
        4,
        "connect_address",
        "10.0.0.1:5433",
        "'[::1]:5432'",
        rarely("'10.0.0.1:x'"),
        "h",
        "[h, 1]");
    some(pg, 4, "use_unix_socket", "true");
    some(pg, 4, "use_unix_socket_repl", "true");
    some(pg, 4, "use_slots", "false", "'off'", "true");
    some(pg, 6, "krbsrvname", "krb");
    some(pg, 6, "database", "app", "'my db'");
    some(pg, 8, "synchronous_mode", "true", "'on'", "false");
    some(pg, 8, "synchronous_mode_strict", "true", "false");
    some(pg, 8, "citus", "{group: 0, database: app}");
    if (pg.indexOf("citus") > 0) {
      config.append("citus: {group: 0, database: app}\n");
    }
    some(pg, 3, "pg_hba", "['local all all trust', 'host all all 0.0.0.0/0 md5']", "[]", "null");
    some(pg, 8, "pg_ident", "['a b c']", "['a b c', x]", "'abc'", "{a: b}", rarely("5"));
    if (random.nextInt(12) == 0) {
      pg.append("  pg_hba: ").append(pick(List.of("[1, 'x']", "'xy'", "{a: b}", "5"))).append('\n');
    }
    pg.append("  parameters: ").append(parameters()).append('\n');
    if (random.nextInt(2) == 0) {
      pg.append("  recovery_conf: ").append(recovery()).append('\n');
    }
    return config.append(pg).append(start.equals("bootstrap") ? bootstrap() : "").toString();
  }

  private void some(StringBuilder into, int chance, String name, String... values) {
    if (random.nextInt(chance) == 0) {
      into.append("  ").append(name).append(": ").append(pick(List.of(values))).append('\n');
    }
  }

  private String listen() {
    return often(
        "10.0.0.1:5433",
        "'*'",
        "0.0.0.0:5432",
        "'[::1]:5432'",
        "'::1:5433'",
        "'a,10.0.0.2'",
        "'*:5432'",
        "'10.0.0.1, [::1]:5432'",
        "'h: 5_4 '",
        "''",
        rarely("'10.0.0.1:x'"),
        rarely("5432"));
  }

  private String authentication() {
    return often(
        "{replication: {username: r, password: \"p'w\"}, superuser: {username: postgres}}",
        "{replication: {username: r}, superuser: {}}",
        "{replication: {username: 'r:\\', password: 'a b\\: '}}",
        "{replication: {username: r, password: 1, sslmode: require, sslcrldir: /c, sslpassword: s,"
            + " sslrootcert: '/a b', options: x, connect_timeout: 3, gssencmode: disable}}",
        random.nextInt(5) > 0
            ? "{replication: {username: s}}"
            : "{superuser: {username: postgres}}",
        random.nextInt(5) > 0 ? "{replication: {password: s}}" : "{replication: {username: null}}");
  }

  private String parameters() {
    List<String> entries = new ArrayList<>();
    entries.add("wal_level: " + often("hot_standby", "replica", "logical"));
    entries.add("hot_standby: 'on'");
    entries.add("max_connections: " + often("100", "'200'", "0x20", "25"));
    entries.add("max_wal_senders: 10");
    entries.add("max_prepared_transactions: " + often("0", "'0'", "5"));
    entries.add("max_locks_per_transaction: 64");
    entries.add("max_worker_processes: 8");
    entries.add("max_replication_slots: 10");
    entries.add("wal_log_hints: 'on'");
    if (random.nextInt(2) == 0) {
      entries.add("wal_keep_segments: " + often("8", "'8'", "8.5", "true", "20"));
      entries.add("wal_keep_size: " + often("128MB", "1GB", "16", "'2048 kB'"));
    }
    for (int i = random.nextInt(7); i > 0; i--) {
      String name = name(GUCS);
      entries.add(name + ": " + value(name));
    }
    if (random.nextInt(6) == 0) {
      entries.add("unix_socket_directories: " + pick(List.of("'/run/pg, /tmp'", "rel", "','")));
    }
    if (random.nextInt(6) == 0) {
      String file = "hba_file: " + pick(List.of("/etc/hba", "my_hba", "''", "pg_hba.conf"));
      entries.add(file);
    }
    if (random.nextInt(8) == 0) {
      entries.add(name(RECOVERY) + ": " + pick(VALUES));
    }
    return "{" + String.join(", ", entries) + "}";
  }

  /** Returns what Patroni's Config lets through, mostly. */
  private String value(String name) {
    boolean string = name.endsWith("_directory") || name.endsWith("_file") || name.contains("keep");
    boolean path = string || name.endsWith("_directories");
    return path && random.nextInt(6) > 0 ? "'100'" : sane(pick(VALUES));
  }

  /** Leaves lists and mappings for one parameter in some. */
  private String sane(String value) {
    boolean odd = value.startsWith("[") || value.startsWith("{") || value.equals("null");
    return odd && random.nextInt(3) > 0 ? "'on'" : value;
  }

  private String recovery() {
    if (random.nextInt(15) == 0) {
      return pick(List.of("null", "[]", "{}", "[a]", "text", "''", "5", "{1: x}", "{a: x, 1: y}"));
    }
    List<String> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      entries.add(name(RECOVERY) + ": " + pick(VALUES));
    }
    if (random.nextInt(12) == 0) {
      entries.add(
          "primary_conninfo: "
              + pick(List.of("'host=a'", "'password=b'", "null", "5", "[a]", conninfo())));
    }
    return "{" + String.join(", ", entries) + "}";
  }

  private String conninfo() {
    return "{host: 'h1, /s', port: 5432, user: u, password: p, dbname: d, sslmode: null}";
  }

  private String bootstrap() {
    StringBuilder text = new StringBuilder("bootstrap:\n  dcs: {}\n");
    some(text, 2, "pg_hba", "['host all all all md5', 'local all all peer']", "[]", "[a]", "ab");
    if (random.nextInt(15) == 0) {
      text.append("  pg_hba: ").append(pick(List.of("null", "[1]", "5", "{}"))).append('\n');
    }
    if (random.nextInt(4) > 0) {
      text.append("  method: x\n  x:\n    command: run\n");
      if (random.nextInt(3) > 0) {
        text.append("    recovery_conf: ").append(recovery()).append('\n');
      }
      if (random.nextInt(3) == 0) {
        text.append("    keep_existing_recovery_conf: ")
            .append(pick(List.of("true", "'false'", "0")));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private String dynamic() {
    List<String> entries = new ArrayList<>(List.of("ttl: 30"));
    if (random.nextInt(4) == 0) {
      entries.add("synchronous_mode: " + pick(List.of("true", "'on'", "quorum", "false")));
      entries.add("synchronous_mode_strict: " + pick(List.of("true", "false")));
    }
    if (random.nextInt(4) == 0) {
      entries.add("postgresql: {use_slots: " + pick(List.of("false", "'off'", "true", "x")) + "}");
    }
    entries.add("standby_cluster: " + standby());
    return "{" + String.join(", ", entries) + "}";
  }

  private String standby() {
    return pick(
        List.of(
            "{host: h, port: 5432, primary_slot_name: sl-1}",
            "{host: 'h1,h2', port: 5432, primary_slot_name: 'Sl 1', restore_command: \"it's\"}",
            "{host: h, archive_cleanup_command: x, recovery_min_apply_delay: 5min}",
            "{port: 5433, restore_command: '', primary_slot_name: a}",
            "{restore_command: cp %f}",
            "{host: '/sock,h', port: '5432', create_replica_methods: [a]}"));
  }

  private List<String> control() {
    List<String> control = new ArrayList<>();
    for (String name :
        List.of("max_connections", "max_prepared_xacts", "max_wal_senders", "max_locks_per_xact")) {
      if (random.nextInt(3) == 0) {
        control.addAll(List.of(name + " setting", often("300", "0", "5", "64", rarely("x"))));
      }
    }
    return control;
  }

  private String auto() {
    return pick(
        List.of(
            "",
            "# x\r\nrestore_command = 'a'\r\nwork_mem = '1MB'\r\n",
            "work_mem = 1\n",
            " recovery_target = ''\nRestore_Command = 'x'\nprimary_conninfo 'y'"));
  }

  private String name(List<String> names) {
    String name = pick(names);
    return switch (random.nextInt(12)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      default -> name;
    };
  }

  private String often(String usual, String... others) {
    return random.nextInt(3) > 0 ? usual : pick(List.of(others));
  }

  /** Returns a value that makes Patroni fail, but mostly one that does not. */
  private String rarely(String value) {
    return random.nextInt(5) == 0 ? value : value.equals("x") ? "400" : "'*'";
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}

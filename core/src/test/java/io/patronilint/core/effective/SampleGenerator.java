package io.patronilint.core.effective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes configurations of all known keys, with values that a configuration should not have more
 * often than people write them.
 */
final class SampleGenerator {

  private static final List<String> INTS =
      List.of("30", "5", "0", "1", "-1", "100", "'40'", "\"7\"", "' 12 '", "1_000", "010", "0x10");

  private static final List<String> STRINGS =
      List.of("abc", "''", "'on'", "1.2.3.4:5432", "replica", "logical", "Hot_Standby", "é", "a b");

  private static final List<String> BOOLS =
      List.of("true", "false", "on", "off", "yes", "'true'", "'off'", "0", "1", "On");

  private static final List<String> LISTS =
      List.of("[]", "[a, b]", "[1, 2]", "[{a: b}]", "['x']", "[null]", "[[1]]");

  private static final List<String> MAPS =
      List.of("{}", "{a: b}", "{a: null}", "{username: u, password: p}", "{x: {y: 1}}", "{1: a}");

  private static final List<String> ODD =
      List.of(
          "null",
          "~",
          "''",
          "1.5",
          "1e3",
          "1.0e+3",
          ".inf",
          ".nan",
          "100MB",
          "'1GB'",
          "30s",
          "'0'",
          "quorum",
          "-0",
          "99999999999999999999",
          "'1_0'",
          "1:30",
          "'٣'",
          "nofailover",
          "authentication",
          "[authentication]",
          "[nofailover]",
          "exhibitor",
          "[exhibitor]");

  private static final List<String> DATES =
      List.of("2020-01-01", "2021-05-06 07:08:09", "!!binary aGk=");

  private static final List<String> TEXTS =
      List.of(
          "abc",
          "",
          "0",
          "1",
          "true",
          "off",
          "a, b",
          "[a, b]",
          "- a",
          "{a: b}",
          "a: b",
          "[a",
          "x: [",
          "100",
          "1.5",
          "%(message)s",
          "message",
          "null",
          "a:1,b:2",
          " 7 ",
          "1MB",
          "it's");

  private static final String SANE =
      "{scope: demo, name: m1, restapi: {listen: '1.2.3.4:8008', connect_address: '1.2.3.4:8008'},"
          + " postgresql: {listen: '1.2.3.4:5432', data_dir: /pgdata, authentication:"
          + " {replication: {username: rep, password: r}, superuser: {username: su, password: s}}},"
          + " bootstrap: {dcs: {ttl: 30}}}";

  private final Random random;
  private final List<String[]> keys;
  private final List<String> variables;

  SampleGenerator(long seed, List<String[]> keys, List<String> variables) {
    this.random = new Random(seed);
    this.keys = keys;
    this.variables = variables;
  }

  Sample next() {
    List<String> files = new ArrayList<>();
    int count = random.nextInt(10) == 0 ? 0 : random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < count; i++) {
      files.add(file(i == 0));
    }
    boolean variablesOnly = files.isEmpty();
    List<String> environment = new ArrayList<>();
    int most = variablesOnly ? 12 : random.nextInt(3) == 0 ? 6 : 0;
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      addVariable(environment);
    }
    if (variablesOnly && random.nextInt(3) == 0) {
      environment.addAll(
          List.of("PATRONI_CONFIGURATION", random.nextInt(4) == 0 ? "abc" : file(true)));
    }
    String cache = random.nextInt(5) == 0 ? json() : null;
    String dynamic = random.nextInt(3) == 0 ? null : dynamic();
    return new Sample(files, environment, cache, dynamic);
  }

  private void addVariable(List<String> environment) {
    String name = one(variables);
    for (int i = 0; i < environment.size(); i += 2) {
      if (environment.get(i).equals(name)) {
        return;
      }
    }
    environment.add(name);
    environment.add(one(TEXTS));
  }

  private String file(boolean first) {
    if (random.nextInt(60) == 0) {
      return one(List.of("", "[]", "abc", "{", "{}", "null", "a: b: c"));
    }
    Map<String, Object> root = new LinkedHashMap<>();
    if (first && random.nextInt(12) > 0) {
      root.putAll(Flow.parse(SANE));
    }
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      change(root, random.nextInt(4) == 0 ? "bootstrap.dcs." : "", true);
    }
    String text = Flow.write(root);
    if (random.nextInt(12) == 0) {
      text =
          "{x-shared: &s " + one(MAPS) + ", " + text.substring(1).replaceFirst("\\{a: b\\}", "*s");
    }
    return text + "\n";
  }

  private String dynamic() {
    if (random.nextInt(40) == 0) {
      return one(List.of("", "[]", "abc", "null", "{}", "{a: b}"));
    }
    Map<String, Object> root = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      root.putAll(Flow.parse("{ttl: 30, loop_wait: 10, retry_timeout: 10}"));
    }
    int changes = random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      change(root, "", false);
    }
    return Flow.write(root) + "\n";
  }

  /** JSON is YAML here, but not the other way round. */
  private String json() {
    return one(
        List.of(
            "{\"ttl\": 40, \"loop_wait\": 5, \"retry_timeout\": 10}",
            "{\"ttl\": \"40\", \"postgresql\": {\"parameters\": {\"max_connections\": 200}}}",
            "{\"ttl\": null}",
            "{}",
            "[1]",
            "{\"postgresql\": {\"parameters\": {\"work_mem\": \"5MB\", \"Max_Connections\": \"300\"}}}",
            "{\"synchronous_mode\": true, \"standby_cluster\": {\"host\": \"h\", \"port\": 5432}}"));
  }

  private void change(Map<String, Object> root, String prefix, boolean local) {
    String[] key = one(keys);
    String path = key[0];
    if (!local && random.nextInt(3) == 0) {
      path = one(List.of("ttl", "loop_wait", "retry_timeout", "postgresql.parameters", "watchdog"));
    }
    if (random.nextInt(8) == 0) {
      // Whole sections are where lists and strings hurt.
      int dot = path.lastIndexOf('.');
      path = dot < 0 ? path : path.substring(0, dot);
    }
    if (path.startsWith("bootstrap.dcs")) {
      path = "bootstrap.dcs".equals(path) ? path : path.substring("bootstrap.dcs.".length());
    } else {
      path = prefix + path;
    }
    if (path.contains("postgresql.parameters.") && random.nextInt(3) == 0) {
      int dot = path.lastIndexOf('.') + 1;
      path = path.substring(0, dot) + path.substring(dot).toUpperCase(Locale.ROOT);
    }
    set(root, path, value(key[1], local));
    if (random.nextInt(40) == 0) {
      int dot = path.lastIndexOf('.');
      set(
          root,
          (dot < 0 ? "" : path.substring(0, dot + 1)) + one(List.of("5", "true", "null", "1.0")),
          "x");
    }
  }

  private String value(String kind, boolean dates) {
    int luck = random.nextInt(10);
    if (luck < 4) {
      return ofKind(kind);
    }
    if (luck < 8) {
      return ofKind(one(List.of("int", "str", "bool", "list", "map")));
    }
    return dates && random.nextInt(6) == 0 ? one(DATES) : one(ODD);
  }

  private String ofKind(String kind) {
    return switch (kind) {
      case "int" -> one(INTS);
      case "bool" -> one(BOOLS);
      case "list" -> one(LISTS);
      case "map" -> one(MAPS);
      default -> one(STRINGS);
    };
  }

  @SuppressWarnings("unchecked")
  private static void set(Map<String, Object> root, String path, String value) {
    Map<String, Object> current = root;
    String[] steps = path.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      Object next = current.get(steps[i]);
      if (!(next instanceof Map)) {
        next = new LinkedHashMap<String, Object>();
        current.put(steps[i], next);
      }
      current = (Map<String, Object>) next;
    }
    current.put(steps[steps.length - 1], value);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Flow YAML as nested maps whose leaves are texts. */
  static final class Flow {

    private final String text;
    private int at;

    private Flow(String text) {
      this.text = text;
    }

    static Map<String, Object> parse(String text) {
      return new Flow(text).map();
    }

    private Map<String, Object> map() {
      Map<String, Object> map = new LinkedHashMap<>();
      at++;
      while (text.charAt(at) != '}') {
        int colon = text.indexOf(':', at);
        String key = text.substring(at, colon).strip();
        at = colon + 2;
        if (text.charAt(at) == '{') {
          map.put(key, map());
        } else {
          boolean quoted = text.charAt(at) == '\'';
          int end = quoted ? text.indexOf('\'', at + 1) + 1 : end();
          map.put(key, text.substring(at, end));
          at = end;
        }
        at += text.charAt(at) == ',' ? 2 : 0;
      }
      at++;
      return map;
    }

    private int end() {
      int end = at;
      while (text.charAt(end) != ',' && text.charAt(end) != '}') {
        end++;
      }
      return end;
    }

    @SuppressWarnings("unchecked")
    static String write(@Nullable Object value) {
      if (!(value instanceof Map)) {
        return String.valueOf(value);
      }
      return ((Map<String, Object>) value)
          .entrySet().stream()
              .map(e -> e.getKey() + ": " + write(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
  }
}

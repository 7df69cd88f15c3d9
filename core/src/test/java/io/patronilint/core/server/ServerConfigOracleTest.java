package io.patronilint.core.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.oracle.PythonOracle;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.schemas.guc.PatroniVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares what is written with what real Patronis write. */
class ServerConfigOracleTest {

  private static final int SAMPLES = 500;

  @Test
  void writesWhatPatroniWrites() throws Exception {
    List<String> differences = new ArrayList<>();
    int asked = 0;
    for (PythonOracle patroni : PythonOracle.startForEachPatroni("server_files.py")) {
      try (patroni) {
        String[] hello = patroni.read().split(" ", -1);
        int failed = 0;
        int before = differences.size();
        for (int seed = 0; seed < SAMPLES; seed++) {
          GeneratedServer.Sample sample = new GeneratedServer(seed, hello[1]).next();
          Map<String, String> theirs = theirs(patroni.ask(sample.json()));
          Map<String, String> ours =
              ours(sample, hello[0], hello[1], theirs.getOrDefault("error", ""));
          failed += theirs.containsKey("error") ? 1 : 0;
          if (!ours.equals(theirs)) {
            differences.add(difference(hello[0], seed, sample, ours, theirs));
          }
        }
        asked += SAMPLES;
        System.out.printf(
            "Patroni %s: %d starts, %d of them fail, %d differences%n",
            hello[0], SAMPLES, failed, differences.size() - before);
      }
    }
    assertThat(differences).as("differences in %d", asked).isEmpty();
  }

  private static String difference(
      String patroni,
      int seed,
      GeneratedServer.Sample sample,
      Map<String, String> ours,
      Map<String, String> theirs) {
    StringBuilder text = new StringBuilder("Patroni " + patroni + ", seed " + seed + ": ");
    text.append(sample.postgresql()).append(' ').append(sample.start()).append('\n');
    Set<String> names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    for (String name : names) {
      String a = ours.getOrDefault(name, "(none)");
      String b = theirs.getOrDefault(name, "(none)");
      if (!a.equals(b)) {
        text.append("--- ").append(name).append(" ours:\n").append(without(a, b));
        text.append("--- theirs:\n").append(without(b, a));
      }
    }
    return text.append(sample).append("\n").toString();
  }

  private static String without(String text, String other) {
    List<String> lines = other.lines().toList();
    return text.lines().filter(l -> !lines.contains(l)).map(l -> l + "\n").collect(joining());
  }

  private static Map<String, String> theirs(String answer) {
    String[] parts = answer.split(";", -1);
    Map<String, String> result = new TreeMap<>();
    if (!parts[0].isEmpty()) {
      result.put("error", parts[0]);
      return result;
    }
    List<String> options = new ArrayList<>();
    for (String option : parts[1].split(",", -1)) {
      options.add(PythonOracle.text(option));
    }
    result.put("options", String.join("\n", options));
    for (String file : parts[2].split(",", -1)) {
      int colon = file.indexOf(':');
      String name = PythonOracle.text(file.substring(0, colon));
      if (!name.endsWith(".backup") && !name.endsWith("PG_VERSION")) {
        result.put(name, PythonOracle.text(file.substring(colon + 1)));
      }
    }
    return result;
  }

  private static Map<String, String> ours(
      GeneratedServer.Sample sample, String patroni, String root, String theirError) {
    ServerInput input = input(sample, patroni);
    ServerConfig server = ServerConfig.of(input, sample.listed()::contains);
    Written written =
        switch (sample.start()) {
          case "follower" -> server.follower();
          case "leader" ->
              server.follower(new Leader(sample.leader().get(0), sample.leader().get(1), 5432));
          case "remote" -> server.standbyLeader();
          default -> server.bootstrap();
        };
    Map<String, String> result = new TreeMap<>();
    if (written.failure() != null) {
      // An exception that Patroni itself swallows does not reach the oracle.
      boolean swallowed = theirError.equals("none");
      result.put("error", swallowed ? "none" : written.failure().error());
      return result;
    }
    List<String> options = new ArrayList<>();
    written.commandLine().forEach(s -> options.add("--" + s.name() + "=" + s.text()));
    result.put("options", String.join("\n", options));
    result.putAll(folder(sample, written, root, input));
    return result;
  }

  private static Map<String, String> folder(
      GeneratedServer.Sample sample, Written written, String root, ServerInput input) {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("data/", "conf/")) {
      for (String name : List.of("postgresql.conf", "db.conf", "pg_hba.conf", "pg_ident.conf")) {
        files.put(folder + name, "there\n");
      }
    }
    if (!sample.auto().isEmpty()) {
      files.put("data/postgresql.auto.conf", sample.auto());
    }
    sample.signals().forEach(name -> files.put("data/" + name, "there\n"));
    written.removed().forEach(name -> files.remove("data/" + name));
    boolean elsewhere = input.get("config_dir") != null && input.get("config_dir").truthy();
    String conf = elsewhere ? "conf/" : "data/";
    String home = root + "/home";
    if (input.get("custom_conf") == null) {
      String base = input.get("config_base_name") == null ? "postgresql" : "db";
      files.put(conf + base + ".base.conf", "there\n");
    }
    files.merge(conf + "pg_hba.conf", written.appended(), String::concat);
    written
        .files()
        .forEach((name, text) -> files.put(place(name, root, conf), text.replace("~", home)));
    return files;
  }

  private static String place(String name, String root, String conf) {
    if (name.startsWith(root)) {
      return name.substring(root.length() + 1);
    }
    boolean data = name.endsWith(".signal") || name.equals("recovery.conf");
    return name.replace("~", "home").contains("/")
        ? name.replace("~", "home")
        : (data || name.equals("postgresql.auto.conf") ? "data/" : conf) + name;
  }

  private static ServerInput input(GeneratedServer.Sample sample, String patroni) {
    String[] version = sample.postgresql().split("\\.", -1);
    int first = Integer.parseInt(version[0]) * 10000;
    int second = Integer.parseInt(version[1]);
    boolean old = first < 100000;
    int major = old ? first + second * 100 : first;
    int release = old ? major + Integer.parseInt(version[2]) : first + second;
    String[] numbers = patroni.split("\\.", -1);
    Map<String, String> control = new HashMap<>();
    for (int i = 0; i < sample.control().size(); i += 2) {
      control.put(sample.control().get(i), sample.control().get(i + 1));
    }
    return new ServerInput(
        new PatroniVersion(
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Integer.parseInt(numbers[2])),
        major,
        release,
        mapping(sample.config()),
        mapping(sample.dynamic()),
        control,
        sample.auto().isEmpty() ? null : sample.auto());
  }

  private static Mapping mapping(String text) {
    ConfigTree tree = ConfigTree.of(SourceFile.of("config.yml", FileKind.UNKNOWN, text));
    return (Mapping) Values.of(Objects.requireNonNull(tree.root()), Origin.Source.LOCAL);
  }
}

package io.patronilint.core.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Target;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.oracle.Oracle;
import io.patronilint.core.oracle.PythonOracle;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.schemas.guc.PatroniVersion;
import io.patronilint.schemas.guc.PostgresGucs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final int SAMPLES = 1000;

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

  @Test
  void startsRealConfigurationsAsPatroniDoes() throws Exception {
    List<Path> corpus = Oracle.corpus("patronilint.corpus");
    List<String> differences = new ArrayList<>();
    for (PythonOracle patroni : PythonOracle.startForEachPatroni("server_files.py")) {
      try (patroni) {
        String[] hello = patroni.read().split(" ", -1);
        int started = 0;
        for (Path file : corpus) {
          for (GeneratedServer.Sample sample : samples(file, hello[0], hello[1])) {
            Map<String, String> theirs = theirs(patroni.ask(sample.json()));
            Map<String, String> ours =
                ours(sample, hello[0], hello[1], theirs.getOrDefault("error", ""));
            started++;
            if (!ours.equals(theirs)) {
              differences.add(file + " " + difference(hello[0], 0, sample, ours, theirs));
            }
          }
        }
        System.out.printf(
            "Patroni %s: %d starts of real configurations, %d differences so far%n",
            hello[0], started, differences.size());
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<GeneratedServer.Sample> samples(Path file, String patroni, String root)
      throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Target target = Target.patroni(patroni).postgresql(15);
    List<GeneratedServer.Sample> samples = new ArrayList<>();
    WorkspaceLoader loader = WorkspaceLoader.builder().target(target).text("patroni.yml", text);
    for (Node node : loader.load().nodes()) {
      EffectiveConfig effective = EffectiveConfig.of(node);
      if (effective.failure() != null
          || !(effective.at("postgresql").orElse(null) instanceof Mapping section)) {
        continue;
      }
      Origin here = Origin.byDefault();
      Mapping.Builder moved = section.toBuilder().remove("config_dir").remove("config_base_name");
      moved.put("data_dir", Values.string(root + "/data", here));
      moved.put("pgpass", Values.string(root + "/home/pgpass", here));
      Mapping.Builder all = effective.configuration().toBuilder().put("postgresql", moved.build());
      if (effective.at("bootstrap").orElse(null) instanceof Mapping bootstrap) {
        // What initdb itself is called with, and what it refuses, is not the subject here.
        all.put("bootstrap", bootstrap.toBuilder().remove("initdb").build());
      }
      Mapping config = all.build();
      for (String start : List.of("follower", "leader", "remote", "bootstrap")) {
        boolean numeric =
            config
                .at("postgresql", "authentication", "superuser", "password")
                .filter(password -> !PyStr.isString(password))
                .isPresent();
        if (start.equals("bootstrap")
            && (numeric || !(config.get("bootstrap") instanceof Mapping))) {
          continue;
        }
        samples.add(
            new GeneratedServer.Sample(
                YamlText.of(config),
                YamlText.of(effective.settings()),
                "15.4",
                start,
                List.of("other", "10.0.0.2", "5432"),
                List.of(),
                List.copyOf(PostgresGucs.load().listed(150000)),
                "",
                start.equals("bootstrap") && text.contains("keep_existing")
                    ? List.of("recovery.signal")
                    : List.of()));
      }
    }
    return samples;
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
        sample.auto().isEmpty() ? null : sample.auto(),
        null);
  }

  private static Mapping mapping(String text) {
    ConfigTree tree = ConfigTree.of(SourceFile.of("config.yml", FileKind.UNKNOWN, text));
    return (Mapping) Values.of(Objects.requireNonNull(tree.root()), Origin.Source.LOCAL);
  }
}

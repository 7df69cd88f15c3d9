package io.patronilint.core.effective;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.oracle.Oracle;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.schemas.oracle.RealPatroni;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the effective configuration with what Patroni's own {@code Config} holds after the same
 * start: the installed Patroni, and those that {@code -Dpatronilint.patroni.src} names.
 */
class EffectiveConfigOracleTest {

  private static final String SCRIPT = "patroni_config.py";
  private static final int SAMPLES = 2000;

  static List<RealPatroni> patronis() throws Exception {
    return RealPatroni.all();
  }

  @ParameterizedTest
  @MethodSource("patronis")
  void agreesOnGeneratedConfigurations(RealPatroni patroni) throws Exception {
    List<String[]> keys = new ArrayList<>();
    for (String line : resource("keys.tsv")) {
      if (!line.startsWith("#")) {
        keys.add(line.split("\t", -1));
      }
    }
    long seed = Long.getLong("patronilint.seed", 1);
    SampleGenerator generator = new SampleGenerator(seed, keys, resource("variables.txt"));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger("patronilint.samples", SAMPLES); i++) {
      samples.add(generator.next());
    }
    Counts counts = compare(patroni, samples);
    assertThat(counts.started()).as("Patroni started").isGreaterThan(samples.size() / 2);
    assertThat(counts.failed()).as("Patroni did not start").isGreaterThan(samples.size() / 20);
    assertThat(counts.refused()).as("it dropped a document").isGreaterThan(samples.size() / 20);
  }

  @ParameterizedTest
  @MethodSource("patronis")
  void agreesOnPublicFiles(RealPatroni patroni) throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (Path file : Oracle.corpus("patronilint.corpus")) {
      String name = file.toString();
      Optional<String> text = text(file);
      if ((name.endsWith(".yml") || name.endsWith(".yaml")) && text.isPresent()) {
        samples.add(new Sample(List.of(text.get()), List.of(), null, null));
        samples.add(new Sample(List.of(text.get()), List.of(), null, "ttl: 40\n"));
      }
    }
    assertThat(compare(patroni, samples).started()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("patronis")
  void agreesOnIncidents(RealPatroni patroni) throws Exception {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path file : Oracle.corpus("patronilint.incidents")) {
      folders.add(file.getParent());
    }
    List<Sample> samples = new ArrayList<>();
    for (Path folder : folders) {
      for (Node node :
          WorkspaceLoader.builder().base(folder).paths(List.of(folder)).load().nodes()) {
        samples.add(Sample.of(node));
      }
    }
    assertThat(compare(patroni, samples).started()).isPositive();
  }

  private record Counts(int started, int failed, int refused) {}

  private static Counts compare(RealPatroni patroni, List<Sample> samples) throws Exception {
    List<String> questions = new ArrayList<>(List.of("version"));
    samples.forEach(sample -> questions.add(RealPatroni.hex(sample.question())));
    List<String> answers = patroni.ask(SCRIPT, questions);
    String version = RealPatroni.text(answers.get(0));
    int failed = 0;
    int refused = 0;
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Answer theirs = Answer.read(RealPatroni.text(answers.get(i + 1)));
      Answer ours = Answer.of(EffectiveConfig.of(samples.get(i).node(version)));
      if (!ours.agreesWith(theirs) && KnownDifference.of(samples.get(i)) == null) {
        differences.add(
            "sample " + i + ":\n" + samples.get(i) + "theirs " + theirs + "\nours   " + ours);
      }
      failed += theirs.failure() == null ? 0 : 1;
      refused += theirs.refused().isEmpty() ? 0 : 1;
    }
    System.out.printf(
        "Patroni %s: %d starts, %d differ, %d ended at once, %d dropped a document%n",
        version, samples.size(), differences.size(), failed, refused);
    assertThat(differences).as("Patroni %s", version).isEmpty();
    return new Counts(samples.size() - failed, failed, refused);
  }

  /**
   * What became of a start.
   *
   * @param config the configuration, null if Patroni did not start
   * @param failure why it did not start
   * @param refused why it dropped dynamic configurations, in order
   * @param global what GlobalConfig reads, null if the release has none or it raised
   */
  private record Answer(
      @Nullable String config,
      @Nullable String failure,
      List<String> refused,
      @Nullable String global) {

    static Answer read(String json) {
      ConfigTree tree = ConfigTree.of(SourceFile.of("answer.json", FileKind.UNKNOWN, json));
      return new Answer(
          string(tree, "config"),
          string(tree, "failure"),
          tree.at("refused").orElseThrow().children().stream()
              .map(c -> c.text().orElseThrow())
              .toList(),
          string(tree, "global"));
    }

    private static @Nullable String string(ConfigTree tree, String key) {
      return tree.at(key).flatMap(ConfigNode::text).orElse(null);
    }

    static Answer of(EffectiveConfig config) {
      ConfigFailure failure = config.failure();
      ConfigFailure refused = config.refused();
      return new Answer(
          failure == null ? ConfigDump.of(config.configuration()) : null,
          failure == null ? null : failure.error(),
          refused == null ? List.of() : List.of(refused.error()),
          failure == null ? global(GlobalSettings.of(config)) : null);
    }

    private static String global(GlobalSettings settings) {
      Set<String> lines = new TreeSet<>();
      lines.add("\"is_paused\": " + python(settings.isPaused()));
      lines.add("\"is_standby_cluster\": " + python(settings.isStandbyCluster()));
      lines.add("\"is_synchronous_mode\": " + python(settings.isSynchronous()));
      lines.add("\"is_synchronous_mode_strict\": " + python(settings.isSynchronousStrict()));
      lines.add("\"maximum_lag_on_failover\": int " + settings.maximumLagOnFailover());
      lines.add("\"maximum_lag_on_syncnode\": int " + settings.maximumLagOnSyncnode());
      lines.add("\"primary_start_timeout\": int " + settings.primaryStartTimeout());
      lines.add("\"primary_stop_timeout\": int " + settings.primaryStopTimeout());
      lines.add("\"synchronous_node_count\": int " + settings.synchronousNodeCount());
      return "{" + String.join(", ", lines) + "}";
    }

    private static String python(boolean value) {
      return value ? "True" : "False";
    }

    /** Patroni may have dropped the cache before it dropped what the DCS holds. */
    boolean agreesWith(Answer theirs) {
      boolean sameRefusal =
          theirs.failure != null
              || refused.isEmpty()
              || theirs
                  .refused
                  .subList(theirs.refused.size() - 1, theirs.refused.size())
                  .equals(refused);
      boolean sameGlobal =
          theirs.global == null || theirs.global.equals("raises") || theirs.global.equals(global);
      return Objects.equals(config, theirs.config)
          && Objects.equals(failure, theirs.failure)
          && sameRefusal
          && sameGlobal;
    }
  }

  private static List<String> resource(String name) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/effective", name));
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

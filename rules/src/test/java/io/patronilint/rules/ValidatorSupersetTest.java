package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Linter;
import io.patronilint.core.Target;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.schemas.oracle.RealPatroni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever {@code patroni --validate-config} says of a configuration, we say at the same path,
 * unless it is named in {@link ValidatorExcuse}. The real validator is asked, with its looks at the
 * machine taken out.
 */
class ValidatorSupersetTest {

  private static final Path GOOD = Path.of("src/test/resources/validator");
  private static final String SCRIPT = "validator_messages.py";
  private static final int MUTATIONS = Integer.getInteger("patronilint.validator.mutations", 4000);
  private static final long SEED = Long.getLong("patronilint.validator.seed", 20261126);

  @TestFactory
  Stream<DynamicTest> everyMessageHasAFinding() throws IOException, InterruptedException {
    List<DynamicTest> tests = new ArrayList<>();
    for (RealPatroni patroni : RealPatroni.all()) {
      String version = patroni.ask(SCRIPT, List.of("version")).get(0);
      tests.add(DynamicTest.dynamicTest("good " + version, () -> good(patroni, version)));
      tests.add(DynamicTest.dynamicTest("real " + version, () -> real(patroni, version)));
      tests.add(DynamicTest.dynamicTest("mutated " + version, () -> mutated(patroni, version)));
    }
    return tests.stream();
  }

  private static void good(RealPatroni patroni, String version)
      throws IOException, InterruptedException {
    for (String text : goodTexts()) {
      assertThat(ask(patroni, List.of(text)).get(0).messages()).isEmpty();
      assertThat(findings(text, version))
          .filteredOn(
              f -> f.rule().startsWith("structure/") && !f.rule().equals("structure/key-too-new"))
          .isEmpty();
    }
  }

  private static void mutated(RealPatroni patroni, String version)
      throws IOException, InterruptedException {
    List<JSONObject> good = new ArrayList<>();
    for (String text : goodTexts()) {
      good.add((JSONObject) PublishedSchema.json(root(text).orElseThrow()));
    }
    ValidatorMutations mutations = new ValidatorMutations(SEED);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < MUTATIONS; i++) {
      texts.add(mutations.next(good.get(i % good.size())).toString());
    }
    compare("mutated", patroni, version, texts);
  }

  /** The corpus and the incidents, as far as they are there. */
  private static void real(RealPatroni patroni, String version)
      throws IOException, InterruptedException {
    List<String> texts = new ArrayList<>();
    for (String property : List.of("patronilint.corpus", "patronilint.incidents")) {
      if (System.getProperty(property) != null) {
        texts.addAll(configurations(TestFolders.required(property)));
      }
    }
    compare("real", patroni, version, texts);
  }

  private static List<String> configurations(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
          continue;
        }
        String text = Files.readString(file);
        boolean patroni =
            root(text)
                .filter(ConfigNode::isMapping)
                .filter(r -> r.child("scope").isPresent() && r.child("postgresql").isPresent())
                .isPresent();
        if (patroni) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static void compare(String kind, RealPatroni patroni, String version, List<String> texts)
      throws IOException, InterruptedException {
    List<ValidatorAnswer> answers = ask(patroni, texts);
    Map<String, Integer> excused = new TreeMap<>();
    Map<String, Integer> missing = new TreeMap<>();
    Map<String, String> samples = new TreeMap<>();
    int messages = 0;
    for (int i = 0; i < texts.size(); i++) {
      List<Finding> findings = findings(texts.get(i), version);
      ConfigNode root = root(texts.get(i)).orElse(null);
      for (ValidatorAnswer.Message message : answers.get(i).messages()) {
        messages++;
        if (findings.stream().anyMatch(message::isCoveredBy)) {
          continue;
        }
        Optional<ValidatorExcuse> excuse =
            message.isUndefined() && answers.get(i).isOfIncompleteFile()
                ? Optional.of(ValidatorExcuse.INCOMPLETE_FILE)
                : ValidatorExcuse.of(message, at(root, message.path()));
        if (excuse.isPresent()) {
          excused.merge(excuse.get().name(), 1, Integer::sum);
        } else {
          String what = message + "; is " + value(root, message.path());
          missing.merge(what, 1, Integer::sum);
          samples.put(what, texts.get(i) + " " + places(findings));
        }
      }
    }
    long failed = answers.stream().filter(a -> a.failure() != null).count();
    System.out.println(
        "validator of Patroni "
            + version
            + ", "
            + kind
            + ": "
            + texts.size()
            + " files, "
            + messages
            + " messages, "
            + failed
            + " times the validator itself failed, excused "
            + excused
            + ", without a finding "
            + missing.values().stream().mapToInt(n -> n).sum());
    if (Boolean.getBoolean("patronilint.validator.show")) {
      missing.forEach((m, n) -> System.out.println(n + " x " + m + "\n    " + samples.get(m)));
    }
    assertThat(missing).isEmpty();
  }

  private static String value(@Nullable ConfigNode root, String path) {
    ConfigNode node = at(root, path);
    return node == null ? "missing" : String.valueOf(PublishedSchema.json(node));
  }

  private static @Nullable ConfigNode at(@Nullable ConfigNode root, String path) {
    ConfigNode node = root;
    for (String name : path.split("\\.", -1)) {
      if (node != null && node.isSequence() && name.matches("\\d+")) {
        node = node.children().get(Integer.parseInt(name));
      } else {
        node = node == null ? null : node.child(name).orElse(null);
      }
    }
    return node;
  }

  private static List<String> places(List<Finding> findings) {
    return findings.stream().map(f -> f.rule() + "@" + f.path()).toList();
  }

  private static List<ValidatorAnswer> ask(RealPatroni patroni, List<String> texts)
      throws IOException, InterruptedException {
    List<String> questions = texts.stream().map(RealPatroni::hex).toList();
    return patroni.ask(SCRIPT, questions).stream().map(ValidatorAnswer::read).toList();
  }

  private static List<String> goodTexts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(GOOD)) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static List<Finding> findings(String text, String version) {
    Linter linter =
        Linter.builder().rules(StandardRules.all()).target(Target.patroni(version)).build();
    return linter
        .lint(
            WorkspaceLoader.builder()
                .text("patroni.yml", text)
                .target(Target.patroni(version))
                .load())
        .findings();
  }

  private static Optional<ConfigNode> root(String text) {
    SourceFile file = SourceFile.of("patroni.yml", FileKind.UNKNOWN, text);
    return Optional.ofNullable(ConfigTree.of(file).root());
  }
}

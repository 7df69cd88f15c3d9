package io.patronilint.schemas.guc;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.schemas.oracle.RealPatroni;
import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what we say about parameters with what real Patronis do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PatroniOracleTest {

  private static final String SCRIPT = "patroni_gucs.py";

  private static final List<String> STRANGE =
      List.of(
          "no_such_parameter",
          "pg_stat_statements.max",
          "citus.NODE",
          ".",
          "",
          "share_buffers",
          "Primary_Conninfo");

  private static final List<Integer> POSTGRESQL =
      List.of(
          90300, 90400, 90500, 90600, 100000, 100022, 100099, 110000, 120000, 120012, 130000,
          130009, 140000, 140004, 140005, 140100, 150000, 150004, 160000, 170000, 170002, 180000,
          190000, 0);

  private final PatroniGucs gucs = PatroniGucs.load();
  private final ControlledGucs controlled = ControlledGucs.load();

  /** A real Patroni with its release and the names of its tables. */
  private record Asked(RealPatroni real, PatroniVersion version, List<String> names) {}

  private final List<Asked> patronis = new ArrayList<>();

  List<Asked> patronis() throws IOException, InterruptedException {
    if (patronis.isEmpty()) {
      for (RealPatroni real : RealPatroni.all()) {
        List<String> words = List.of(real.ask(SCRIPT, List.of("names")).get(0).split(" ", -1));
        patronis.add(
            new Asked(real, PatroniVersion.parse(words.get(1)), words.subList(2, words.size())));
      }
    }
    return patronis;
  }

  private record Question(
      String table, String name, PyValue value, int postgresql, boolean listed) {

    String line() {
      return String.join(
          "\t",
          table,
          RealPatroni.hex(name),
          value.kind().name(),
          RealPatroni.hex(value.text()),
          Integer.toString(postgresql),
          listed ? "1" : "0");
    }
  }

  @ParameterizedTest
  @MethodSource("patronis")
  void writesParametersAsPatroniDoes(Asked asked) throws Exception {
    PatroniVersion version = asked.version();
    RandomValues random = new RandomValues(7);
    List<Question> questions = new ArrayList<>();
    Set<String> server = new TreeSet<>();
    Set<String> recovery = new TreeSet<>();
    for (String entry : asked.names()) {
      String name = entry.substring(entry.indexOf('/') + 1);
      boolean isServer = entry.startsWith("parameters/");
      (isServer ? server : recovery).add(name.toLowerCase(Locale.ROOT));
      IntStream.range(0, 20).forEach(i -> questions.add(question(random, name, isServer, version)));
    }
    assertThat(new TreeSet<>(gucs.serverNames(version))).isEqualTo(server);
    assertThat(new TreeSet<>(gucs.recoveryNames(version))).isEqualTo(recovery);
    for (String name : STRANGE) {
      IntStream.range(0, 50)
          .forEach(i -> questions.add(question(random, name, random.chance(50), version)));
    }
    List<String> answers =
        asked.real().ask(SCRIPT, questions.stream().map(Question::line).toList());
    GucTransform transform = new GucTransform(gucs, version);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      String ours = written(questions.get(i), transform);
      if (!ours.equals(answers.get(i))) {
        differences.add(questions.get(i) + "\n  Patroni " + answers.get(i) + "\n  we      " + ours);
      }
    }
    System.out.printf(
        "Patroni %s: %d values, %d differences%n", version, questions.size(), differences.size());
    assertThat(questions.size()).isGreaterThan(6500);
    assertThat(differences).isEmpty();
  }

  private Question question(
      RandomValues random, String name, boolean server, PatroniVersion version) {
    int postgresql = random.pick(POSTGRESQL);
    boolean usual = random.chance(95);
    Optional<PatroniGuc> guc =
        server ? gucs.server(name, version, postgresql) : gucs.recovery(name, version, postgresql);
    PyValue value = guc.isPresent() && random.chance(60) ? random.near(guc.get()) : random.any();
    return new Question(
        server == usual ? "server" : "recovery",
        random.randomCaseName(name),
        value,
        postgresql,
        random.chance(70));
  }

  /** Returns what the script would answer if Patroni did what we say. */
  private static String written(Question question, GucTransform transform) {
    Set<String> listed =
        question.listed() ? Set.of(question.name().toLowerCase(Locale.ROOT)) : Set.of();
    PyValue value = question.value();
    GucOutcome outcome =
        question.table().equals("server")
            ? transform.server(question.name(), value, question.postgresql(), listed)
            : transform.recovery(question.name(), value, question.postgresql(), listed);
    String log = RealPatroni.hex(outcome.log(question.name(), value.text()));
    if (outcome instanceof GucOutcome.Raises raises) {
      return "raises " + raises.type();
    }
    if (outcome instanceof GucOutcome.Kept) {
      return "value %s %s ".formatted(value.kind(), RealPatroni.hex(value.text()));
    }
    if (outcome instanceof GucOutcome.Clamped clamped) {
      String kind = clamped.text().matches("-?\\d+") ? "INT" : "FLOAT";
      return "value %s %s %s".formatted(kind, RealPatroni.hex(clamped.text()), log);
    }
    return "none " + log;
  }

  @ParameterizedTest
  @MethodSource("patronis")
  void takesControlledParametersAsPatroniDoes(Asked asked) throws Exception {
    PatroniVersion version = asked.version();
    RandomValues random = new RandomValues(8);
    List<ControlledGuc> all = controlled.all(version);
    List<PyValue> values = IntStream.range(0, 2000).mapToObj(i -> random.any()).toList();
    List<String> questions = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ControlledGuc guc = all.get(i % all.size());
      PyValue value = values.get(i);
      questions.add(
          "controlled\t%s\t%s\t%s"
              .formatted(
                  RealPatroni.hex(random.randomCaseName(guc.name())),
                  value.kind(),
                  RealPatroni.hex(value.text())));
      ours.add(value + " for " + guc.name() + ": " + taken(guc, value));
    }
    List<String> answers = asked.real().ask(SCRIPT, questions);
    for (int i = 0; i < values.size(); i++) {
      String[] cells = answers.get(i).split(" ", -1);
      String answer =
          cells[0].equals("raises")
              ? answers.get(i)
              : cells[0].equals("none") ? "none" : "value " + cells[1] + " " + cells[2];
      assertThat(ours.get(i))
          .isEqualTo(values.get(i) + " for " + all.get(i % all.size()).name() + ": " + answer);
    }
  }

  private static String taken(ControlledGuc guc, PyValue value) {
    try {
      Optional<PyValue> taken = guc.accept(value).filter(v -> v.kind() != PyValue.Kind.NONE);
      return taken.isEmpty()
          ? "none"
          : "value %s %s".formatted(taken.get().kind(), RealPatroni.hex(taken.get().text()));
    } catch (PyRaisedException e) {
      return "raises " + e.type();
    }
  }

  @ParameterizedTest
  @MethodSource("patronis")
  void parsesAsPatroniDoes(Asked asked) throws Exception {
    RandomValues random = new RandomValues(9);
    List<String> units =
        List.of("", "B", "kB", "8kB", "MB", "ms", "s", "min", "GB", "h", "16MB", "x");
    List<String> questions = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      PyValue value = random.any();
      String function = random.pick(List.of("bool", "int", "int", "real", "real"));
      String unit = random.pick(units);
      questions.add(
          "%s\t%s\t%s\t%s"
              .formatted(
                  function, value.kind(), RealPatroni.hex(value.text()), RealPatroni.hex(unit)));
      ours.add(
          "%s(%s, %s) = %s".formatted(function, value, unit, parsed(function, value.text(), unit)));
    }
    List<String> answers = asked.real().ask(SCRIPT, questions);
    for (int i = 0; i < ours.size(); i++) {
      String question = ours.get(i).substring(0, ours.get(i).lastIndexOf(" = "));
      assertThat(ours.get(i)).isEqualTo(question + " = " + number(answers.get(i)));
    }
  }

  private static String parsed(String function, String value, String unit) {
    try {
      return switch (function) {
        case "bool" -> PyParse.parseBool(value).map(b -> b ? "True" : "False").orElse("none");
        case "int" -> PyParse.parseInt(value, unit).map(PatroniOracleTest::exact).orElse("none");
        default -> PyParse.parseReal(value, unit).map(PatroniOracleTest::exact).orElse("none");
      };
    } catch (PyRaisedException e) {
      return "raises " + e.type();
    }
  }

  private static String exact(Number number) {
    if (number instanceof BigInteger whole) {
      return whole.toString();
    }
    double value = number.doubleValue();
    return Double.isInfinite(value)
        ? (value < 0 ? "-inf" : "inf")
        : new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  /** Turns an answer into the number's exact digits. */
  private static String number(String answer) {
    String[] cells = answer.split(" ", -1);
    if (!cells[0].equals("value")) {
      return cells[0].equals("none") ? "none" : answer;
    }
    String text = RealPatroni.text(cells[2]);
    return switch (cells[1]) {
      case "BOOL" -> text;
      case "FLOAT" -> exact(Double.valueOf(text.replace("inf", "Infinity")));
      default -> exact(new BigInteger(text));
    };
  }
}

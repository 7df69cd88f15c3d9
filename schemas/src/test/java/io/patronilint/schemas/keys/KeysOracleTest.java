package io.patronilint.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.schemas.oracle.RealPatroni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the table with Patroni itself. */
class KeysOracleTest {

  private final PatroniKeys keys = PatroniKeys.load();

  @Test
  void variablesSetTheKeysThatPatroniSetsAndNoOthers() throws Exception {
    List<String> questions = new ArrayList<>(List.of("version"));
    questions.addAll(variables());
    for (RealPatroni patroni : RealPatroni.all()) {
      List<String> answers = patroni.ask("patroni_environment.py", questions);
      List<Integer> version = version(answers);
      List<String> mine = new ArrayList<>();
      List<String> theirs = new ArrayList<>();
      for (int i = 1; i < questions.size(); i++) {
        String name = questions.get(i);
        mine.add(name + " " + read(name, version));
        theirs.add(name + " " + String.join(" ", known(answers.get(i), version)));
      }
      assertThat(mine).as("%s %s", patroni, version).isEqualTo(theirs);
    }
  }

  /** Returns the variables of the table and those that people take for such. */
  private List<String> variables() {
    TreeSet<String> names = new TreeSet<>(keys.variables().keySet());
    for (Mistake mistake : Mistakes.load().all()) {
      if (mistake.place() == Place.ENVIRONMENT) {
        names.add(mistake.wrong().get(0).replace("*", "X"));
      }
    }
    names.removeIf(name -> !name.startsWith("PATRONI_") || name.contains("*"));
    // Read elsewhere and not by the function that the script calls.
    names.remove("PATRONI_CONFIGURATION");
    return List.copyOf(names);
  }

  private String read(String name, List<Integer> version) {
    List<String> words = new ArrayList<>();
    for (EnvVariable variable : keys.variable(name)) {
      if (variable.readBy(version) && !variable.path().get(0).equals("bootstrap")) {
        String parsing = variable.parsing().name().toLowerCase(Locale.ROOT);
        words.add(String.join(".", variable.path()) + "=" + parsing);
      }
    }
    return String.join(" ", words);
  }

  /** Keeps of an answer the keys that this release reads; it sets others that nothing reads. */
  private List<String> known(String answer, List<Integer> version) {
    return Arrays.stream(answer.split(" ", -1))
        .filter(word -> !word.isEmpty() && !word.startsWith("bootstrap"))
        .filter(word -> isRead(Place.LOCAL, word.substring(0, word.indexOf('=')), version))
        .toList();
  }

  private boolean isRead(Place place, String path, List<Integer> version) {
    return keys.find(place, List.of(path.split("\\.", -1))).stream()
        .anyMatch(key -> key.readBy(version) && !key.name().equals(PatroniKey.ANY_NAME));
  }

  private static List<Integer> version(List<String> answers) {
    return Arrays.stream(answers.get(0).split("\\.", -1)).map(Integer::valueOf).toList();
  }

  @Test
  void knowsEveryKeyOfTheValidator() throws IOException, InterruptedException {
    String prefix = "bootstrap.dcs.";
    for (RealPatroni patroni : RealPatroni.all()) {
      List<String> answers = patroni.ask("patroni_validator.py", List.of("version", "keys"));
      List<Integer> version = version(answers);
      List<String> unknown = new ArrayList<>();
      for (String path : answers.get(1).split(" ", -1)) {
        boolean known =
            path.startsWith(prefix)
                ? isRead(Place.DYNAMIC, path.substring(prefix.length()), version)
                : isRead(Place.LOCAL, path, version);
        if (!known) {
          unknown.add(path);
        }
      }
      // The validator's own misspelling of poll_interval.
      unknown.remove("exhibitor.pool_interval");
      assertThat(unknown).as("%s %s", patroni, version).isEmpty();
    }
  }
}

package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that people write although Patroni does not read them. Immutable. */
public final class Mistakes {

  private final List<Mistake> all;

  private Mistakes(List<Mistake> all) {
    this.all = List.copyOf(all);
  }

  /** Reads the table that comes with the library. */
  public static Mistakes load() {
    List<Mistake> mistakes = new ArrayList<>();
    for (String line : Resources.text("patroni-mistakes.tsv").split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        mistakes.add(new Mistake(place(cells[0]), path(cells[1]), cells[2], cells[3]));
      }
    }
    return new Mistakes(mistakes);
  }

  private static Place place(String word) {
    return switch (word) {
      case "local" -> Place.LOCAL;
      case "dynamic" -> Place.DYNAMIC;
      case "env" -> Place.ENVIRONMENT;
      default -> throw new IllegalStateException("table of mistakes: " + word);
    };
  }

  /** A last name recovery.conf has a dot of its own. */
  private static List<String> path(String dotted) {
    String end = ".recovery.conf";
    if (!dotted.endsWith(end)) {
      return List.of(dotted.split("\\.", -1));
    }
    List<String> names =
        new ArrayList<>(
            List.of(dotted.substring(0, dotted.length() - end.length()).split("\\.", -1)));
    names.add("recovery.conf");
    return names;
  }

  /** Returns all of them in the order of the table. */
  public List<Mistake> all() {
    return all;
  }

  /** Returns what is known of {@code path} in {@code place}; a full name wins over a pattern. */
  public Optional<Mistake> find(Place place, List<String> path) {
    return all.stream()
        .filter(mistake -> mistake.matches(place, path))
        .min((one, other) -> Boolean.compare(wild(one), wild(other)));
  }

  /** Returns what is known of the environment variable {@code name}. */
  public Optional<Mistake> variable(String name) {
    return find(Place.ENVIRONMENT, List.of(name));
  }

  private static boolean wild(Mistake mistake) {
    return mistake.wrong().stream().anyMatch(name -> name.endsWith("*"));
  }
}

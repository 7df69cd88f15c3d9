package io.patronilint.rules.structure;

import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.KeyWalk.Unknown;
import io.patronilint.rules.support.Spelling;
import io.patronilint.schemas.keys.EnvVariable;
import io.patronilint.schemas.keys.Mistake;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody meant with a name that Patroni does not know.
 *
 * @param path the path of the setting that is meant, as people write it; empty if there is none
 * @param place where that one stands
 * @param words the rest of a sentence that says so
 * @param same whether the value as it is may stand there
 */
record Meant(String path, Place place, String words, boolean same) {

  /** Names that stand in several sections and so do not tell where they belong. */
  private static final Set<String> COMMON =
      Set.of(
          "type",
          "host",
          "hosts",
          "port",
          "name",
          "namespace",
          "username",
          "password",
          "command",
          "database",
          "group",
          "key",
          "cert",
          "cacert",
          "mode",
          "level",
          "dir",
          "url",
          "listen",
          "format",
          "labels",
          "verify",
          "protocol",
          "driver",
          "device",
          "method",
          "context",
          "proxy",
          "plugin",
          "users",
          "options");

  /** Finds out what is meant; empty if that is not certain. */
  static Optional<Meant> by(Unknown unknown) {
    boolean parameter = unknown.section().equals(List.of("postgresql", "parameters"));
    if (parameter) {
      return elsewhere(unknown).or(() -> mistake(unknown, lastName(unknown)));
    }
    return misplaced(unknown)
        .or(() -> mistake(unknown, unknown.path()))
        .or(() -> misspelt(unknown))
        .or(() -> variable(unknown))
        .or(() -> elsewhere(unknown));
  }

  private static Optional<Meant> misplaced(Unknown unknown) {
    return KeyTables.keys()
        .find(unknown.path())
        .filter(key -> !key.places().contains(unknown.place()))
        .filter(key -> !key.name().equals(PatroniKey.ANY_NAME))
        .map(key -> there(key, unknown));
  }

  private static Optional<Meant> mistake(Unknown unknown, List<String> path) {
    Place place =
        unknown.section().equals(List.of("postgresql", "parameters"))
            ? Place.DYNAMIC
            : unknown.place();
    return KeyTables.mistakes()
        .find(place, path)
        .map(m -> new Meant(m.right(), place, words(m), isSame(m)));
  }

  private static String words(Mistake mistake) {
    String meant = mistake.right().isEmpty() ? "" : mistake.right() + " is meant";
    return meant.isEmpty() || mistake.why().isEmpty()
        ? meant + mistake.why()
        : meant + " (" + mistake.why() + ")";
  }

  /** With a reason of another kind the value would have to be another one, too. */
  private static boolean isSame(Mistake mistake) {
    String why = mistake.why();
    return why.isEmpty() || why.startsWith("has this name") || why.contains("level");
  }

  private static Optional<Meant> misspelt(Unknown unknown) {
    List<String> names = new ArrayList<>();
    for (PatroniKey key : KeyTables.keys().children(unknown.section())) {
      if (!key.name().equals(PatroniKey.ANY_NAME) && key.places().contains(unknown.place())) {
        names.add(key.name());
      }
    }
    String name = unknown.setting().key();
    return Spelling.nearest(name, names)
        .map(
            right -> {
              List<String> path = new ArrayList<>(unknown.section());
              path.add(right);
              String dotted = String.join(".", path);
              return new Meant(dotted, unknown.place(), right + " is meant", true);
            });
  }

  /** The name of a variable of the environment as a key. */
  private static Optional<Meant> variable(Unknown unknown) {
    String name = unknown.setting().key().toUpperCase(Locale.ROOT);
    if (unknown.path().size() != 1 || !name.startsWith("PATRONI_")) {
      return Optional.empty();
    }
    String there = "this is the name of an environment variable";
    List<EnvVariable> readings = KeyTables.keys().variable(name);
    String path = readings.isEmpty() ? "" : String.join(".", readings.get(0).path());
    return Optional.of(
        new Meant(
            path.contains("*") ? "" : path,
            Place.LOCAL,
            path.isEmpty() ? there : there + "; in a file it is " + path,
            true));
  }

  private static Optional<Meant> elsewhere(Unknown unknown) {
    String name = unknown.setting().key();
    if (COMMON.contains(name)) {
      return Optional.empty();
    }
    boolean parameter = unknown.section().equals(List.of("postgresql", "parameters"));
    List<PatroniKey> found =
        KeyTables.keys().named(name).stream()
            .filter(k -> !k.path().contains(PatroniKey.ANY_NAME))
            .filter(k -> !k.path().contains(PatroniKey.ITEM))
            .filter(k -> !k.places().contains(Place.ENVIRONMENT))
            .filter(k -> k.replacement().isEmpty())
            .filter(k -> !parameter || k.path().size() == 1 || k.path().get(0).equals("postgresql"))
            .toList();
    return found.size() == 1 ? Optional.of(there(found.get(0), unknown)) : Optional.empty();
  }

  private static Meant there(PatroniKey key, Unknown unknown) {
    boolean local = key.places().contains(Place.LOCAL);
    boolean dynamic = key.places().contains(Place.DYNAMIC);
    String dotted = key.dotted();
    boolean here = unknown.place() == Place.LOCAL ? local : dynamic;
    String where =
        here
            ? dotted + " is meant"
            : "Patroni reads "
                + dotted
                + (local ? " from patroni.yml only" : " from the dynamic configuration only");
    Place place = here ? unknown.place() : local ? Place.LOCAL : Place.DYNAMIC;
    return new Meant(dotted, place, where, true);
  }

  private static List<String> lastName(Unknown unknown) {
    return List.of(unknown.setting().key());
  }
}

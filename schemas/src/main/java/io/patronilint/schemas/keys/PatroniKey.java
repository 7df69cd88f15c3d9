package io.patronilint.schemas.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key that Patroni reads.
 *
 * @param path names from the root; {@code *} is a name that the user chooses, {@code []} an item of
 *     a list
 * @param types what its value may be
 * @param places where it may stand
 * @param allowed the values it may have
 * @param life the releases that know it
 * @param required whether it has to be there
 * @param secret whether its value is never shown
 * @param environment the variables that set it
 * @param words what people read about it
 */
public record PatroniKey(
    List<String> path,
    List<ValueType> types,
    Set<Place> places,
    Allowed allowed,
    Life life,
    Requirement required,
    boolean secret,
    List<EnvVariable> environment,
    Words words) {

  /** The path of items of a list. */
  public static final String ITEM = "[]";

  /** The path of a key whose name the user chooses. */
  public static final String ANY_NAME = "*";

  /** Copies the collections. */
  public PatroniKey {
    path = List.copyOf(path);
    types = List.copyOf(types);
    places = Set.copyOf(places);
    environment = List.copyOf(environment);
  }

  /**
   * The values that a key may have.
   *
   * @param values the only ones; empty if there is no such list
   * @param newer those of them that 2.0.0 does not have
   * @param anyCase whether capitals do not matter
   * @param min smallest number
   * @param max largest number
   * @param unit unit of a number that has none; empty if it is a plain number
   * @param form what a string has to look like, for instance {@code host:port}; empty if anything
   */
  public record Allowed(
      List<String> values,
      Map<String, Releases> newer,
      boolean anyCase,
      OptionalDouble min,
      OptionalDouble max,
      String unit,
      String form) {

    /** Copies the collections. */
    public Allowed {
      values = List.copyOf(values);
      newer = Map.copyOf(newer);
    }

    /** Returns the values that the release {@code version} has. */
    public List<String> values(List<Integer> version) {
      return values.stream()
          .filter(value -> !newer.containsKey(value) || newer.get(value).holdsFor(version))
          .toList();
    }
  }

  /**
   * The releases that know a key.
   *
   * @param since the first ones; null if 2.0.0 has it
   * @param deprecated those that advise against it; null if none
   * @param removed those that do not read it any more; null if none
   * @param replacement path of the key that takes its place; empty if there is none
   */
  public record Life(
      @Nullable Releases since,
      @Nullable Releases deprecated,
      @Nullable Releases removed,
      String replacement) {}

  /**
   * What people read about a key.
   *
   * @param about what it is for; a sentence
   * @param wrong what Patroni does with a wrong value; empty if that is not known
   * @param fallback what holds when the key is missing; a value, words or empty
   * @param good a right value as JSON; empty if the type tells
   * @param bad a wrong value as JSON; empty if the type tells
   */
  public record Words(String about, String wrong, String fallback, String good, String bad) {}

  /** Returns the path with dots between the names. */
  public String dotted() {
    return String.join(".", path).replace(".[]", "[]");
  }

  /** Returns the last name. */
  public String name() {
    return path.get(path.size() - 1);
  }

  /** Tells whether the release {@code version} reads the key. */
  public boolean readBy(List<Integer> version) {
    return (life.since == null || life.since.holdsFor(version))
        && (life.removed == null || !life.removed.holdsFor(version));
  }

  /** Tells whether the release {@code version} advises against the key. */
  public boolean deprecatedIn(List<Integer> version) {
    return life.deprecated != null && life.deprecated.holdsFor(version);
  }

  /** Returns the path of the key that takes its place. */
  public Optional<String> replacement() {
    return life.replacement.isEmpty() ? Optional.empty() : Optional.of(life.replacement);
  }

  /** Tells whether its value may be of {@code kind}. */
  public boolean allows(ValueKind kind) {
    return types.stream().anyMatch(type -> type.kind() == kind);
  }
}

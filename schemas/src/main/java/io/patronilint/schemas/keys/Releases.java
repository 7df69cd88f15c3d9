package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The releases of Patroni from which on something holds.
 *
 * <p>A change that was ported back has several first releases. Each holds for the later releases of
 * its own series (the first two numbers), the newest one for all newer series, too. So {@code 3.3.9
 * 4.0.8 4.1.1} holds for 3.3.10, 4.0.8 and 4.2.0, but not for 4.0.7.
 *
 * @param first the first releases, oldest first; none: in no release yet
 */
public record Releases(List<List<Integer>> first) {

  /** Copies the lists. */
  public Releases {
    List<List<Integer>> copies = new ArrayList<>();
    for (List<Integer> version : first) {
      copies.add(List.copyOf(version));
    }
    first = List.copyOf(copies);
  }

  /** Reads numbers with dots and blanks between them, or {@code unreleased}. */
  static Releases parse(String text) {
    List<List<Integer>> releases = new ArrayList<>();
    if (!text.equals("unreleased")) {
      for (String word : text.split(" ", -1)) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : word.split("\\.", -1)) {
          numbers.add(Integer.valueOf(number));
        }
        releases.add(numbers);
      }
    }
    return new Releases(releases);
  }

  /** Tells whether no release has it yet. */
  public boolean unreleased() {
    return first.isEmpty();
  }

  /**
   * Tells whether it holds for a release.
   *
   * @param version the numbers of the release, most significant first; missing ones count as 0
   */
  public boolean holdsFor(List<Integer> version) {
    if (first.isEmpty()) {
      return false;
    }
    for (List<Integer> start : first) {
      if (compare(series(start), series(version)) == 0) {
        return compare(version, start) >= 0;
      }
    }
    return compare(version, first.get(first.size() - 1)) > 0;
  }

  /** Returns the oldest of them, such as {@code 3.3.9}; empty if no release has it yet. */
  public Optional<String> oldest() {
    return first.isEmpty() ? Optional.empty() : Optional.of(text(first.get(0)));
  }

  private static List<Integer> series(List<Integer> version) {
    return version.subList(0, Math.min(2, version.size()));
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      int mine = i < one.size() ? one.get(i) : 0;
      int theirs = i < other.size() ? other.get(i) : 0;
      if (mine != theirs) {
        return Integer.compare(mine, theirs);
      }
    }
    return 0;
  }

  private static String text(List<Integer> version) {
    return String.join(".", version.stream().map(String::valueOf).toList());
  }

  @Override
  public String toString() {
    return first.isEmpty()
        ? "unreleased"
        : String.join(", ", first.stream().map(Releases::text).toList());
  }
}

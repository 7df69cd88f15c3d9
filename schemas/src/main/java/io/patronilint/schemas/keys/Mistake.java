package io.patronilint.schemas.keys;

import java.util.List;

/**
 * A name that people write although Patroni does not read it.
 *
 * @param place where they write it
 * @param wrong its path, or the name of a variable; a name {@code *} is any, and so is the end of a
 *     variable with {@code *}
 * @param right dotted path of the key or name of the variable that they mean; empty if there is
 *     none
 * @param why a part of a sentence; may be empty
 */
public record Mistake(Place place, List<String> wrong, String right, String why) {

  /** Copies the path. */
  public Mistake {
    wrong = List.copyOf(wrong);
  }

  boolean matches(Place where, List<String> path) {
    if (place != where || wrong.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      String pattern = wrong.get(i);
      boolean same =
          pattern.endsWith("*")
              ? path.get(i).startsWith(pattern.substring(0, pattern.length() - 1))
              : pattern.equals(path.get(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}

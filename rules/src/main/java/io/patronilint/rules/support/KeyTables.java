package io.patronilint.rules.support;

import io.patronilint.core.Version;
import io.patronilint.core.workspace.Node;
import io.patronilint.schemas.keys.Mistakes;
import io.patronilint.schemas.keys.PatroniKeys;
import java.util.ArrayList;
import java.util.List;

/** The tables of keys, read when they are first asked for. */
public final class KeyTables {

  private static final int ANY = 99;

  /** Loads the table of keys when it is first asked for, and not before. */
  private static final class Keys {
    static final PatroniKeys TABLE = PatroniKeys.load();
  }

  /** Loads the table of wrong names when it is first asked for, and not before. */
  private static final class Wrong {
    static final Mistakes TABLE = Mistakes.load();
  }

  private KeyTables() {}

  /** Returns the keys that Patroni reads. */
  public static PatroniKeys keys() {
    return Keys.TABLE;
  }

  /** Returns the names that people write although Patroni does not read them. */
  public static Mistakes mistakes() {
    return Wrong.TABLE;
  }

  /**
   * Returns the release that {@code node} is meant for, or else the newest one; two numbers stand
   * for the last release of the series.
   */
  public static List<Integer> version(Node node) {
    Version asked = node.target().patroni();
    if (asked == null) {
      return List.of(4, 1, ANY);
    }
    List<Integer> version = new ArrayList<>(asked.parts());
    while (version.size() < 3) {
      version.add(ANY);
    }
    return version;
  }
}

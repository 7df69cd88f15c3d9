package io.patronilint.core.host;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the machine.
 *
 * @param uid its number; 0 is root
 * @param name its name, or its number as text where it has none
 * @param groups the numbers of all groups it is in, or null if they are not known
 */
public record Account(int uid, String name, @Nullable Set<Integer> groups) {

  /** Copies the groups. */
  public Account {
    groups = groups == null ? null : Set.copyOf(groups);
  }

  /** Tells whether this is root, which PostgreSQL refuses to run as. */
  public boolean isRoot() {
    return uid == 0;
  }
}

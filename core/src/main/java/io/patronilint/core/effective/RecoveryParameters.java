package io.patronilint.core.effective;

import java.util.Set;

/** Names that Patroni treats as recovery parameters, and strips from postgresql.auto.conf. */
public final class RecoveryParameters {

  private RecoveryParameters() {}

  /** Returns the names, in lower case. */
  public static Set<String> names() {
    return Set.of();
  }
}

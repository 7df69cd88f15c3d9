package io.patronilint.core.server;

import io.patronilint.schemas.guc.ControlledGucs;
import io.patronilint.schemas.guc.PatroniGucs;
import io.patronilint.schemas.guc.PostgresGuc;
import io.patronilint.schemas.guc.PostgresGucs;
import java.util.function.Predicate;

/**
 * What is known of parameters.
 *
 * @param gucs Patroni's own tables
 * @param controlled the parameters that Patroni passes on the command line
 * @param postgresql PostgreSQL's own parameters
 */
record Tables(PatroniGucs gucs, ControlledGucs controlled, PostgresGucs postgresql) {

  /** Returns the tables, which are read once. */
  static Tables load() {
    return Holder.TABLES;
  }

  /** Loads the tables when they are first asked for, and not before. */
  private static final class Holder {
    static final Tables TABLES =
        new Tables(PatroniGucs.load(), ControlledGucs.load(), PostgresGucs.load());
  }

  /**
   * Returns which parameters, by lower-case name, {@code postgres --describe-config} lists. Only
   * releases from 3.0.3 on ask.
   */
  Predicate<String> listed(ServerInput input) {
    return name -> postgresql.find(name, input.release()).map(PostgresGuc::listed).orElse(false);
  }
}

package io.patronilint.rules.postgresql;

import io.patronilint.schemas.guc.PostgresGuc;
import java.util.List;

/** Whether the versions of PostgreSQL in question have a parameter. */
enum Lifetime {
  /** No version has it. */
  NEVER,
  /** Only older ones have it. */
  GONE,
  /** Only newer ones have it. */
  NOT_YET,
  /** Some or all of them have it. */
  PRESENT;

  static Lifetime of(Parameters parameters, String name) {
    int newest = parameters.majors().get(0);
    int oldest = parameters.majors().get(parameters.majors().size() - 1);
    List<PostgresGuc> history = parameters.postgres().history(name);
    if (history.isEmpty()) {
      boolean known = parameters.postgres().replacement(name, oldest).isPresent();
      return known ? GONE : NEVER;
    }
    if (history.stream().allMatch(row -> row.pgTill() <= oldest)) {
      return GONE;
    }
    return history.stream().allMatch(row -> row.pgFrom() > newest) ? NOT_YET : PRESENT;
  }
}

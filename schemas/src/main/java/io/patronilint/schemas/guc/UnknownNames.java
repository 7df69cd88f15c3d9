package io.patronilint.schemas.guc;

/**
 * What counts as a known parameter: Patroni's own table, what {@code postgres --describe-config}
 * lists, or both ({@code _transform_parameter_value}).
 */
enum UnknownNames {
  /** What is not in the table is dropped. */
  TABLE("2.0.0-3.0.3 4.0.0-4.0.3"),
  /**
   * What PostgreSQL does not list is dropped, even if it is in the table; what is not in the table
   * is kept.
   */
  LISTED_FIRST("3.0.3-3.3.4"),
  /** What is neither in the table nor listed is dropped. */
  TABLE_OR_LISTED("3.3.4-4.0.0 4.0.3-");

  private final String releases;

  UnknownNames(String releases) {
    this.releases = releases;
  }

  static UnknownNames of(PatroniVersion patroni) {
    for (UnknownNames each : values()) {
      if (PatroniReleases.parse(each.releases).contains(patroni)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no Patroni before 2.0.0: " + patroni);
  }
}

package io.patronilint.core.effective;

import io.patronilint.schemas.guc.PatroniReleases;
import io.patronilint.schemas.guc.PatroniVersion;

/**
 * What Patroni's {@code Config} does in some releases only. Ranges go from the first release to the
 * first one without it, because fixes come to several series.
 */
enum Behaviour {
  /** {@code _validate_and_adjust_timeouts}. */
  ADJUSTS_TIMEOUTS("3.2.0-"),
  /** A file that holds no mapping is refused by name, not by an accident. */
  REFUSES_OTHER_FILES("3.3.6-4.0.0 4.0.5-"),
  /** {@code postgresql.parameters} that is no mapping is refused by name. */
  REFUSES_OTHER_PARAMETERS("3.3.9-4.0.0 4.0.8-4.1.0 4.1.1-"),
  /** The section {@code citus} is checked and left out if it is incomplete. */
  CHECKS_CITUS("3.0.0-"),
  /** Citus makes {@code quorum} the synchronous mode of a new cluster, no longer {@code true}. */
  QUORUM_FOR_CITUS("4.0.0-"),
  /** {@code _validate_failover_tags}. */
  CHECKS_TAGS("3.2.0-"),
  /** Tags are looked at only if {@code nofailover} is there. */
  CHECKS_TAGS_IF_THERE("3.2.2-"),
  /** {@code nosync} is looked at as {@code nofailover} is. */
  CHECKS_SYNC_TAGS("4.1.0-"),
  /** {@code PATRONI_name_PASSWORD} makes a user. */
  USERS_FROM_ENVIRONMENT("2.0.0-4.0.0"),
  /** A variable for a DCS counts if it is read at all, also if the value is false or empty. */
  FALSE_VARIABLES_COUNT("3.0.0-"),
  /** A standby cluster is never synchronous. */
  STANDBY_CLUSTER_IS_ASYNCHRONOUS("3.2.0-"),
  /** {@code synchronous_mode: quorum}. */
  QUORUM_COMMIT("4.0.0-"),
  /** Parameters without a default are in the defaults, as None. */
  NONE_PARAMETERS("2.0.0-3.2.0");

  private final String releases;

  Behaviour(String releases) {
    this.releases = releases;
  }

  boolean holdsFor(PatroniVersion version) {
    return PatroniReleases.parse(releases).contains(version);
  }
}

package io.patronilint.core.server;

import io.patronilint.schemas.guc.PatroniReleases;
import io.patronilint.schemas.guc.PatroniVersion;

/** What patroni/postgresql/config.py does in some releases of Patroni and not in others. */
enum Behaviour {
  /** Each address of {@code listen} is stripped of its brackets ({@code split_host_port}). */
  LISTEN_STRIPS_EACH("2.1.4-"),
  /** {@code wal_keep_segments} is read with {@code int()} before it is multiplied. */
  WAL_KEEP_SEGMENTS_READ("2.1.2-"),
  /** A {@code wal_keep_size} that cannot be read counts as 0 and raises nothing. */
  WAL_KEEP_SIZE_FORGIVEN("3.0.3-"),
  /** The section {@code citus} changes parameters. */
  CITUS("3.0.0-"),
  /** Citus needs {@code max_prepared_transactions} among the parameters. */
  CITUS_NEEDS_PREPARED("3.1.1-"),
  /** {@code citus.local_hostname} is set. */
  CITUS_HOSTNAME("3.2.0-"),
  /** The synchronous mode is read from the section {@code postgresql}, where Config copies it. */
  SYNC_IN_SECTION("2.0.0-3.0.3"),
  /** While Patroni starts, every cluster counts as synchronous and none as strict. */
  SYNC_ASSUMED_AT_START("3.0.3-3.3.0"),
  /** While Patroni starts, it knows no global configuration, so nothing is synchronous. */
  SYNC_UNKNOWN_AT_START("3.3.0-3.3.7 4.0.0-4.0.6"),
  /** A {@code synchronous_standby_names} that was set before is taken over. */
  SYNC_NAMES_KEPT("3.1.2-"),
  /** A standby cluster is never synchronous. */
  SYNC_NOT_IN_STANDBY("3.2.0-"),
  /** {@code synchronous_mode: quorum} is a mode. */
  SYNC_QUORUM("4.0.0-"),
  /** A custom bootstrap runs with {@code hot_standby} off, set when the file is written. */
  BOOTSTRAP_COLD_WHEN_WRITTEN("2.0.2-2.1.0"),
  /** A custom bootstrap runs with {@code hot_standby} off if there are recovery settings. */
  BOOTSTRAP_COLD("2.1.0-3.0.2"),
  /** A custom bootstrap runs with {@code hot_standby} off if it promotes at its target. */
  BOOTSTRAP_COLD_BY_ACTION("3.0.2-"),
  /** A value of pg_controldata that cannot be read raises nothing. */
  CONTROLDATA_FORGIVEN("3.0.3-"),
  /** {@code recovery_conf: null} counts as empty. */
  RECOVERY_CONF_NULL("3.0.3-"),
  /** {@code recovery_conf: null} counts as empty after a custom bootstrap. */
  RECOVERY_CONF_NULL_RESTORED("2.1.0-"),
  /** Recovery parameters are kept from PostgreSQL 9.3 on, not only from 12 on. */
  RECOVERY_KEPT_BEFORE_12("2.1.0-"),
  /** {@code use_slots} is read from the dynamic configuration with {@code parse_bool}. */
  SLOTS_GLOBAL("3.3.0-"),
  /** A standby leader that uses a slot asks for {@code target_session_attrs=read-write}. */
  REMOTE_READ_WRITE("2.1.3-3.3.0"),
  /** It asks for it only if it knows several hosts. */
  REMOTE_READ_WRITE_OF_MANY("3.3.0-"),
  /** The keyword sslpassword is written to connection strings. */
  DSN_SSLPASSWORD("2.0.1-"),
  /** The keyword sslcrldir is written to connection strings. */
  DSN_SSLCRLDIR("2.1.2-"),
  /** The keyword target_session_attrs is written to connection strings. */
  DSN_TARGET("2.1.3-"),
  /** The keyword sslnegotiation is written to connection strings. */
  DSN_NEGOTIATION("3.3.4-4.0.0 4.0.3-"),
  /** The keyword dbname is written to connection strings. */
  DSN_DBNAME("3.3.1-"),
  /** Keywords that PostgreSQL does not know yet are left out. */
  DSN_BY_POSTGRESQL("3.3.5-4.0.0 4.0.4-"),
  /** {@code primary_conninfo} has the name of a database. */
  CONNINFO_DBNAME("3.3.4-4.0.0 4.0.3-"),
  /** The database in a member's connection URL is called dbname; before: database. */
  MEMBER_DBNAME("2.1.2-"),
  /** options and connect_timeout of the credentials stay out of {@code primary_conninfo}. */
  AUTH_WITHOUT_OPTIONS("3.3.11-4.0.0 4.0.10-4.1.0 4.1.4-"),
  /** pgpass has a line for each host. */
  PGPASS_EACH_HOST("2.1.3-"),
  /** pgpass has its hosts escaped and stripped. */
  PGPASS_CONTENT("3.3.1-"),
  /** pgpass ends with a line feed and names localhost for a socket. */
  PGPASS_SOCKET("3.3.3-"),
  /** Items of pg_hba and pg_ident that are no strings are left out; before, they raise. */
  ONLY_STRINGS("3.2.0-"),
  /** A parameter is checked for the minor release of the server's binary. */
  MINOR_RELEASE("3.3.4-"),
  /** Sockets may serve replication connections. */
  SOCKET_FOR_REPLICATION("2.1.0-");

  private final String releases;

  Behaviour(String releases) {
    this.releases = releases;
  }

  /** Tells whether a release does this. */
  boolean in(PatroniVersion patroni) {
    return PatroniReleases.parse(releases).contains(patroni);
  }
}

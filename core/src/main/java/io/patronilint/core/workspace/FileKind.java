package io.patronilint.core.workspace;

import java.util.Locale;

/** What a file is to us. */
public enum FileKind {
  /** A local configuration of Patroni, or a fragment of one. */
  PATRONI,
  /** The dynamic configuration, as {@code patronictl show-config} prints it. */
  DYNAMIC,
  /** {@code patroni.dynamic.json} in a data directory. */
  DYNAMIC_CACHE,
  /** {@code postgresql.auto.conf}. */
  AUTO_CONF,
  /** {@code postgresql.conf}, {@code postgresql.base.conf} or a file that they include. */
  POSTGRESQL_CONF,
  /** {@code recovery.conf}. */
  RECOVERY_CONF,
  /** {@code standby.signal} or {@code recovery.signal}. */
  SIGNAL,
  /** {@code backup_label}. */
  BACKUP_LABEL,
  /** {@code tablespace_map}. */
  TABLESPACE_MAP,
  /** {@code PG_VERSION}. */
  PG_VERSION,
  /** {@code global/pg_control}; its text is what {@code pg_controldata} would print of it. */
  CONTROL_FILE,
  /** {@code pg_controldata.txt}: what the program {@code pg_controldata} printed. */
  CONTROL_DATA,
  /** {@code pg_wal.txt}: what {@code ls -1p pg_wal} printed. */
  WAL_LIST,
  /** {@code patronictl-list.txt}: what {@code patronictl list} printed. */
  MEMBER_LIST,
  /** {@code pgbackrest-info.json}: what {@code pgbackrest info --output=json} printed. */
  BACKUP_INFO,
  /** {@code pg_stat_archiver.txt}: the view of that name, as psql's option -x prints it. */
  ARCHIVER,
  /** {@code pgbackrest.conf}. */
  PGBACKREST,
  /** {@code barman.conf}, or a file of {@code barman.d}. */
  BARMAN,
  /** {@code PATRONI_*} variables, one {@code NAME=value} a line. */
  ENVIRONMENT,
  /** Named explicitly, but not recognised. */
  UNKNOWN;

  /** Returns the name used in reports, for instance {@code auto-conf}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

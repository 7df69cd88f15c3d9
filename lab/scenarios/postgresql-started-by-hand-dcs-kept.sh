# shellcheck shell=bash
# PostgreSQL first, by pg_ctl, until it is promoted; then Patroni; DCS kept
# why: the WAL was replayed before Patroni came; 250 rows
incident kept
user_starts_postgresql_first
starting_patroni_gives primary/complete

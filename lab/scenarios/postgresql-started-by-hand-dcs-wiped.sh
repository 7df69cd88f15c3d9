# shellcheck shell=bash
# PostgreSQL first, by pg_ctl, until it is promoted; then Patroni; DCS wiped
# why: the WAL was replayed before Patroni came; 250 rows
incident wiped
user_starts_postgresql_first
starting_patroni_gives primary/complete

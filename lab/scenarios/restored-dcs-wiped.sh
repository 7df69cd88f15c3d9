# shellcheck shell=bash
# the same with the DCS wiped: it makes no difference
# ci: bookworm
incident wiped
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='

starting_patroni_gives waits-for-wal/none
file_lacks data/postgresql.auto.conf '^restore_command'
patroni_logged 'specified neither "?primary_conninfo"? nor "?restore_command'

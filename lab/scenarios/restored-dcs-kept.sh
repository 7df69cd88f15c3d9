# shellcheck shell=bash
# the incident: a restore by hand, postgresql.auto.conf has the right restore_command, and no primary ever comes
# ci: bookworm trixie
incident kept
file_has data/postgresql.auto.conf '^restore_command = .*archive-get'
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='

starting_patroni_gives waits-for-wal/none
file_lacks data/postgresql.auto.conf '^restore_command'
patroni_logged 'specified neither "?primary_conninfo"? nor "?restore_command'

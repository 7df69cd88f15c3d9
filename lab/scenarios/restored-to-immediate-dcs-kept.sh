# shellcheck shell=bash
# `pgbackrest restore --type=immediate` by hand: the end of the backup is asked for, no WAL is had
# why: restore_command and target are removed from postgresql.auto.conf; the backup alone is not consistent
incident kept
restore_again_with --type=immediate --target-action=promote
patronictl_list_is_of earlier
starting_patroni_gives waits-for-wal/none

# shellcheck shell=bash
# Patroni was started before on the restored data directory: postgresql.auto.conf is emptied, standby.signal is there
# why: there is still no restore_command anywhere
incident kept
user_starts_patroni_first
starting_patroni_gives waits-for-wal/none

# shellcheck shell=bash
# postgresql.recovery_conf.restore_command in patroni.yml, DCS kept: all WAL comes from the archive
# why: a standby with restore_command replays all 250 rows, then Patroni promotes it
incident kept
user_adds_restore_command
starting_patroni_gives primary/complete

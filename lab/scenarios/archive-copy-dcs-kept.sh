# shellcheck shell=bash
# a backup with --archive-copy and no restore_command, DCS kept
# why: 100 of 250 rows: the WAL in the backup is enough to be consistent, so that the missing archive goes unnoticed. Before 3.3.10, 4.0.9 and 4.1.3 single-user crash recovery moves the position within maximum_lag_on_failover of the old one; later versions say that they are not the healthiest node, unless the DCS holds an early position
incident kept archive-copy
preview_may_say_unknown
by_chance_comes primary/truncated
starting_patroni_gives replica/truncated 3.0=primary/truncated 4.0=primary/truncated

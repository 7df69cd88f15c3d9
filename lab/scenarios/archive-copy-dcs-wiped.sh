# shellcheck shell=bash
# a backup with --archive-copy and no restore_command, DCS wiped
# why: 100 of 250 rows: the WAL in the backup is enough to be consistent, so that the missing archive goes unnoticed
# ci: bookworm trixie
incident wiped archive-copy
starting_patroni_gives primary/truncated

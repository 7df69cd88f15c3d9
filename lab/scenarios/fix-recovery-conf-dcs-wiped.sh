# shellcheck shell=bash
# first remedy, DCS wiped: the patch adds postgresql.recovery_conf to patroni.yml
# proves: recovery/restore-command-stripped
# ci: bookworm
incident wiped
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='
starting_patroni_gives waits-for-wal/none

incident wiped
apply_fix --prefer recovery-conf
file_has patroni.yml '^  recovery_conf:'
check_exits 0
check_does_not_find "$FOUNDING_RULE"

starting_patroni_gives primary/complete
patroni_logged 'restored log file .* from archive'

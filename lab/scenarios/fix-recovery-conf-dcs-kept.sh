# shellcheck shell=bash
# first remedy, DCS kept: the patch adds postgresql.recovery_conf to patroni.yml; the shown command removes recovery.signal
# ci: bookworm trixie
incident kept
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='

apply_fix --prefer recovery-conf
file_has patroni.yml '^  recovery_conf:'
run_shown_command "$FOUNDING_RULE" '^rm .*/recovery.signal$'
check_exits 0
check_does_not_find "$FOUNDING_RULE"

starting_patroni_gives primary/complete
patroni_logged 'restored log file .* from archive'

# shellcheck shell=bash
# second remedy, DCS wiped: the patch adds a custom bootstrap, the command shown moves the data directory aside
# ci: bookworm
incident wiped
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='

apply_fix --unsafe-fixes --prefer custom-bootstrap
file_has patroni.yml '^  method: '
run_shown_command "$FOUNDING_RULE" '^mv '
check_exits 0
starting_patroni_gives primary/complete
patroni_logged 'Running custom bootstrap script'

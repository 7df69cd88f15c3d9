# shellcheck shell=bash
# the second remedy without `patronictl remove`: while the DCS knows the cluster, no bootstrap ever runs
# ci: bookworm
incident kept
check_exits 1
apply_fix --unsafe-fixes --prefer custom-bootstrap
run_shown_command "$FOUNDING_RULE" '^mv '
starting_patroni_gives waits-for-leader/none
patroni_logged 'waiting for leader to bootstrap'

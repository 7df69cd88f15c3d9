# shellcheck shell=bash
# second remedy, DCS kept: the patch, then the shown commands, `patronictl remove` the first
# ci: bookworm
incident kept
check_exits 1
apply_fix --unsafe-fixes --prefer custom-bootstrap
run_shown_command "$FOUNDING_RULE" '^patronictl .*remove' $'demo\nYes I am aware\nnode1'
DCS=wiped   # by that command
run_shown_command "$FOUNDING_RULE" '^mv '
starting_patroni_gives primary/complete
patroni_logged 'Running custom bootstrap script'

# shellcheck shell=bash
# third remedy, DCS kept: the patronictl command that the finding shows, run as it stands
# ci: bookworm
incident kept
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='

run_shown_command "$FOUNDING_RULE" 'patronictl .*edit-config'
"${AS_POSTGRES[@]}" patronictl show-config >"$CLUSTER/dynamic.yml"
check_exits 0
check_does_not_find "$FOUNDING_RULE"

starting_patroni_gives primary/complete
patroni_logged 'restored log file .* from archive'

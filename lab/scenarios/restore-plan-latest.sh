# shellcheck shell=bash
# `restore plan`, the latest state on the same machine, DCS kept: every printed command is run, and restore verify is content
# why: the damaged data directory is moved aside, the backup restored as a standby, and everything archived comes back; 250 rows
# ci: bookworm trixie
incident kept
nothing_was_lost
rm -rf "$CLUSTER/data/base"

follow_plan
plan_led_to primary/complete
patroni_logged 'restored log file .* from archive'
file_has patroni.yml '^  recovery_conf:'

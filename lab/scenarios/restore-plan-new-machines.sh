# shellcheck shell=bash
# `restore plan`, new machines: nothing but the configuration and the repository is left, restore verify is content
# why: no data directory and an empty DCS; a custom bootstrap brings everything archived back; 250 rows
# ci: bookworm trixie
incident wiped
rm -rf "$CLUSTER/data"

follow_plan --onto new
plan_led_to primary/complete
patroni_logged 'Running custom bootstrap script'

# shellcheck shell=bash
# `restore plan`, a point in time, DCS kept: a custom bootstrap restores, patronictl forgets the cluster, restore verify is content
# why: the rows after the moment are gone, the dynamic configuration is back, the target is out of patroni.yml again; 200 rows
# ci: bookworm trixie
incident kept
nothing_was_lost
row_200_is_asked_for
user_edits_dynamic_configuration -s maximum_lag_on_failover=2097152

follow_plan --target "$(moment)"
plan_led_to primary/complete
patroni_logged 'Running custom bootstrap script'
file_lacks patroni.yml '^  method:'
file_has dynamic.yml '^maximum_lag_on_failover: 2097152'

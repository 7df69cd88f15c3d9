# shellcheck shell=bash
# standby_cluster with a restore_command in the dynamic configuration: a standby leader
# why: all 250 rows are replayed; a standby leader stays in recovery
# ci: bookworm
incident kept
user_edits_dynamic_configuration -s "standby_cluster.restore_command=$PGBACKREST archive-get %f \"%p\""
starting_patroni_gives replica/complete

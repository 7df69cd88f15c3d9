# shellcheck shell=bash
# recovery.signal removed after the restore, restore_command in patroni.yml
# why: standby.signal is what Patroni makes anyway; 250 rows
incident kept
user_adds_restore_command
rm "$CLUSTER/data/recovery.signal"
starting_patroni_gives primary/complete

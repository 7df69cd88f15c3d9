# shellcheck shell=bash
# `pgbackrest restore --type=standby` by hand, restore_command in patroni.yml
# why: standby.signal is what Patroni makes anyway; 250 rows
incident kept
restore_again_with --type=standby
user_adds_restore_command
starting_patroni_gives primary/complete

# shellcheck shell=bash
# postgresql.recovery_conf.restore_command in patroni.yml, DCS wiped
# why: as with the DCS kept
incident wiped
user_adds_restore_command
patronictl_list_is_of json
starting_patroni_gives primary/complete

# shellcheck shell=bash
# restore_command by `patronictl edit-config` before the backup, DCS kept
# why: the dynamic configuration in the DCS has it
incident kept recovery-conf-before-the-backup
patronictl_list_is_of json
starting_patroni_gives primary/complete

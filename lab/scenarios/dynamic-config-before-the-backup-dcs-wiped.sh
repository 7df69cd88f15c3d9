# shellcheck shell=bash
# restore_command by `patronictl edit-config` before the backup, DCS wiped
# why: patroni.dynamic.json in the backup has it
incident wiped recovery-conf-before-the-backup
starting_patroni_gives primary/complete

# shellcheck shell=bash
# Patroni was started before, in vain; then restore_command is written into patroni.yml by hand
# why: a standby with restore_command, as before a first start; 250 rows
incident kept
user_starts_patroni_first
user_adds_restore_command
starting_patroni_gives primary/complete

# shellcheck shell=bash
# restore_command by `patronictl edit-config` after the restore, while Patroni is down, DCS kept
# why: patronictl needs only the DCS; 250 rows
incident kept
user_edits_dynamic_configuration -s "postgresql.recovery_conf.restore_command=$PGBACKREST archive-get %f \"%p\""
starting_patroni_gives primary/complete

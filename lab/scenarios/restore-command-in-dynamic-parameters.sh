# shellcheck shell=bash
# restore_command under postgresql.parameters of the dynamic configuration, DCS kept
# why: Patroni takes recovery parameters out of postgresql.parameters
incident kept
user_edits_dynamic_configuration -p "restore_command=$PGBACKREST archive-get %f \"%p\""
starting_patroni_gives primary/complete

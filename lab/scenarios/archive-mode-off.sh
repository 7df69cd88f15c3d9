# shellcheck shell=bash
# restore_command in patroni.yml, archive_mode off in the dynamic configuration
# why: 250 rows; that nothing is archived from now on is another matter
incident kept
user_adds_restore_command
user_edits_dynamic_configuration -p archive_mode=off
starting_patroni_gives primary/complete

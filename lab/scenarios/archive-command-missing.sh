# shellcheck shell=bash
# restore_command in patroni.yml, archive_command removed from the dynamic configuration
# why: 250 rows; that nothing is archived from now on is another matter
incident kept
user_adds_restore_command
user_edits_dynamic_configuration -p archive_command=null
starting_patroni_gives primary/complete

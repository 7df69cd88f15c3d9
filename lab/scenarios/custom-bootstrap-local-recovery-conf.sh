# shellcheck shell=bash
# a custom bootstrap without recovery_conf; postgresql.recovery_conf has the restore_command
# why: postgresql.recovery_conf plays no part in a custom bootstrap
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
YAML
user_adds_restore_command
starting_patroni_gives exits/none

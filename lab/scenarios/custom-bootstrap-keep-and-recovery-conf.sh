# shellcheck shell=bash
# a custom bootstrap with both keep_existing_recovery_conf and recovery_conf
# why: 250 rows
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
keep_existing_recovery_conf: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_action: promote
YAML
starting_patroni_gives primary/complete

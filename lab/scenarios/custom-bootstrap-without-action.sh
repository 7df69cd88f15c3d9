# shellcheck shell=bash
# a custom bootstrap with recovery_conf, no target and no action: the end of WAL promotes
# why: 250 rows
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_timeline: latest
YAML
starting_patroni_gives primary/complete

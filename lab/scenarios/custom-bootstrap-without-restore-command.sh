# shellcheck shell=bash
# a custom bootstrap with recovery_conf that lacks restore_command
# why: FATAL: must specify restore_command when standby mode is not enabled
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
recovery_conf:
  recovery_target_action: promote
  recovery_target_timeline: latest
YAML
starting_patroni_gives exits/none

# shellcheck shell=bash
# a custom bootstrap to a point in time that is never reached
# why: FATAL: recovery ended before configured recovery target was reached
incident wiped
row_200_is_asked_for
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore --type=none
no_params: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_time: "2099-01-01 00:00:00+00:00"
  recovery_target_timeline: latest
  recovery_target_action: promote
YAML
starting_patroni_gives exits/none

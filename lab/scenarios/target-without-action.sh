# shellcheck shell=bash
# a custom bootstrap to a point in time without recovery_target_action: recovery pauses there
# why: paused at the target with 200 of the 200 rows readable; Patroni waits for the end of recovery
# ci: bookworm trixie
incident wiped
row_200_is_asked_for
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore --type=none
no_params: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_time: "@MOMENT@+00:00"
  recovery_target_timeline: latest
YAML
starting_patroni_gives paused/complete

# shellcheck shell=bash
# a custom bootstrap to a point in time, the time not quoted: YAML makes it a timestamp
# why: 200 of the 200 rows: Patroni writes the timestamp with its zone
incident wiped
row_200_is_asked_for
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore --type=none
no_params: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_time: @MOMENT@+00:00
  recovery_target_timeline: latest
  recovery_target_action: promote
YAML
starting_patroni_gives primary/complete

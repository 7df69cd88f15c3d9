# shellcheck shell=bash
# a custom bootstrap to a point in time, the time not quoted and in another time zone
# why: 200 of the 200 rows: the zone is kept
incident wiped
row_200_is_asked_for
empty_data_dir
user_adds_bootstrap_section <<YAML
command: @PGBACKREST@ restore --type=none
no_params: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_time: $(TZ=UTC-2 date -d "$(moment)" '+%F %T+02:00')
  recovery_target_timeline: latest
  recovery_target_action: promote
YAML
starting_patroni_gives primary/complete

# shellcheck shell=bash
# postgresql.recovery_conf with restore_command, timeline latest and target action promote
# why: an action without a target asks for nothing; all 250 rows
incident wiped
user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
    recovery_target_timeline: latest
    recovery_target_action: promote
YAML
starting_patroni_gives primary/complete

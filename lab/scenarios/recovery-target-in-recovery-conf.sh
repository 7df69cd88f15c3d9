# shellcheck shell=bash
# a recovery target under postgresql.recovery_conf is ignored: the rows to be undone come back
# ci: bookworm
incident kept
row_200_is_asked_for
user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
    recovery_target_time: "@MOMENT@+00:00"
    recovery_target_action: promote
YAML
check_exits 1
check_finds recovery/target-ignored error patroni.yml '^    recovery_target_time:'
starting_patroni_gives primary/past-target

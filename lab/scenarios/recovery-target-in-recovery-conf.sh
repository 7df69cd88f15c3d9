# shellcheck shell=bash
# a recovery target under postgresql.recovery_conf is ignored: the rows to be undone come back; the fix is a custom bootstrap
# proves: recovery/target-ignored
# ci: bookworm
mistake() {
  incident kept
  row_200_is_asked_for
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
    recovery_target_time: "@MOMENT@+00:00"
    recovery_target_action: promote
YAML
}

mistake
check_exits 1
check_finds recovery/target-ignored error patroni.yml '^    recovery_target_time:'
starting_patroni_gives primary/past-target

mistake
check_exits 1
apply_fix --unsafe-fixes --select recovery/target-ignored
run_shown_command recovery/target-ignored '^patronictl .*remove' $'demo\nYes I am aware\nnode1'
DCS=wiped   # by that command
run_shown_command recovery/target-ignored '^mv '
starting_patroni_gives primary/complete

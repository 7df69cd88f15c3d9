# shellcheck shell=bash
# pgbackrest restore --type=time by hand: Patroni drops the target, the rows to be undone come back; PostgreSQL first, then Patroni
# proves: recovery/target-lost-on-restored-data
# ci: bookworm
mistake() {
  incident kept
  row_200_is_asked_for
  restore_again_with --type=time "--target=$(moment)" --target-action=promote
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
}

mistake
check_exits 1
check_finds recovery/target-lost-on-restored-data error data/postgresql.auto.conf '^recovery_target_time ='
starting_patroni_gives primary/past-target

mistake
run_shown_command recovery/target-lost-on-restored-data '^[^ ]*pg_ctl .*start$'
until_true "$UP_WITHIN" is_promoted
run_shown_command recovery/target-lost-on-restored-data '^[^ ]*pg_ctl .*stop$'
preview_may_say_unknown
starting_patroni_gives primary/complete

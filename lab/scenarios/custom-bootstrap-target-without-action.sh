# shellcheck shell=bash
# a custom bootstrap whose command has --type=time and no --target-action
# why: hot_standby is forced off, so that pause at the target is a shutdown; Patroni gives up
# proves: bootstrap/recovery-target-not-promoting
# ci: bookworm
mistake() {
  incident wiped
  row_200_is_asked_for
  empty_data_dir
  user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore --type=time --target="@MOMENT@+00:00"
no_params: true
keep_existing_recovery_conf: true
YAML
}

mistake
check_exits 1
check_finds bootstrap/recovery-target-not-promoting error patroni.yml '^    command: pgbackrest '
starting_patroni_gives exits/none

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

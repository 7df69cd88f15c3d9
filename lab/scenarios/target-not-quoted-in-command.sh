# shellcheck shell=bash
# a custom bootstrap whose command has a time with a blank and no quotes: pgBackRest sees two arguments, and Patroni gives up
# proves: bootstrap/unquoted-target
# ci: bookworm
mistake() {
  incident wiped
  row_200_is_asked_for
  empty_data_dir
  user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore --type=time --target=@MOMENT@+00:00 --target-action=promote
no_params: true
keep_existing_recovery_conf: true
YAML
}

mistake
check_exits 1
check_finds bootstrap/unquoted-target error patroni.yml '^    command: pgbackrest '
starting_patroni_gives exits/none
patroni_logged 'command does not allow parameters'

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

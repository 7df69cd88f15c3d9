# shellcheck shell=bash
# a custom bootstrap without no_params: pgBackRest refuses Patroni's --scope, and Patroni gives up
# proves: backup/patroni-flags-rejected
# ci: bookworm
mistake() {
  incident wiped
  empty_data_dir
  user_adds_below 'bootstrap:' <<'YAML'
  method: pgbackrest
  pgbackrest:
    command: @PGBACKREST@ restore
    keep_existing_recovery_conf: true
YAML
}

mistake
check_exits 1
check_finds backup/patroni-flags-rejected error patroni.yml '^    command: pgbackrest '
starting_patroni_gives exits/none
patroni_logged 'invalid option .--scope'

mistake
apply_fix
check_exits 0
starting_patroni_gives primary/complete

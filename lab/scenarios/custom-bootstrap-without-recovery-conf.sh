# shellcheck shell=bash
# a custom bootstrap with neither recovery_conf nor keep_existing_recovery_conf
# why: Patroni removes recovery.signal; PostgreSQL cannot locate the required checkpoint record; Patroni gives up
# proves: bootstrap/recovery-settings-discarded
# ci: bookworm
mistake() {
  incident wiped
  empty_data_dir
  user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
YAML
}

mistake
check_exits 1
check_finds bootstrap/recovery-settings-discarded error patroni.yml '^    command: pgbackrest '
starting_patroni_gives exits/none
patroni_logged 'could not locate required checkpoint record'

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

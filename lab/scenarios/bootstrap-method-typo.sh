# shellcheck shell=bash
# bootstrap.method names no section: Patroni runs initdb instead and gives a healthy, empty primary
# proves: bootstrap/method-falls-back-to-initdb
# ci: bookworm trixie
mistake() {
  incident wiped
  empty_data_dir
  user_adds_below 'bootstrap:' <<'YAML'
  method: pgbackrst
  pgbackrest:
    command: @PGBACKREST@ restore
    keep_existing_recovery_conf: true
    no_params: true
YAML
}

mistake
check_exits 1
check_finds bootstrap/method-falls-back-to-initdb error patroni.yml '^  method: pgbackrst'
starting_patroni_gives empty-cluster/empty

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

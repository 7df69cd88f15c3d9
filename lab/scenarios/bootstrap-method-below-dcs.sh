# shellcheck shell=bash
# method and its section below bootstrap.dcs: Patroni runs initdb instead and gives a healthy, empty primary
# proves: bootstrap/misplaced-method
mistake() {
  incident wiped
  empty_data_dir
  user_adds_below '  dcs:' <<'YAML'
    method: pgbackrest
    pgbackrest:
      command: @PGBACKREST@ restore
      keep_existing_recovery_conf: true
      no_params: true
YAML
}

mistake
check_exits 1
check_finds bootstrap/misplaced-method error patroni.yml '^    (method|pgbackrest):'
starting_patroni_gives empty-cluster/empty

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

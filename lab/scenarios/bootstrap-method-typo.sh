# shellcheck shell=bash
# bootstrap.method names no section: Patroni runs initdb instead and gives a healthy, empty primary
incident wiped
user_adds_below 'bootstrap:' <<'YAML'
  method: pgbackrst
  pgbackrest:
    command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=demo restore
    keep_existing_recovery_conf: true
    no_params: true
YAML
check_exits 1
empty_data_dir
starting_patroni_gives 'primary with no table'

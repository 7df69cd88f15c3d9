# shellcheck shell=bash
# a custom bootstrap without no_params: pgBackRest refuses Patroni's --scope, and Patroni gives up
incident wiped
user_adds_below 'bootstrap:' <<'YAML'
  method: pgbackrest
  pgbackrest:
    command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=demo restore
    keep_existing_recovery_conf: true
YAML
check_exits 1
empty_data_dir
starting_patroni_gives 'Patroni exits'
patroni_logged 'invalid option .--scope'

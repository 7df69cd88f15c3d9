# shellcheck shell=bash
# pgbackrest restore --type=time by hand: Patroni drops the target, the rows to be undone come back
incident kept
restore_again_with --type=time "--target=$(<"$CLUSTER/moment")" --target-action=promote
user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=demo archive-get %f "%p"
YAML
check_exits 1
starting_patroni_gives 'primary with 250 rows'

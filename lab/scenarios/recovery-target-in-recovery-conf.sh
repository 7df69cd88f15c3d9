# shellcheck shell=bash
# a recovery target under postgresql.recovery_conf is ignored: the rows to be undone come back
incident kept
user_adds_below 'postgresql:' <<YAML
  recovery_conf:
    restore_command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=demo archive-get %f "%p"
    recovery_target_time: "$(<"$CLUSTER/moment")"
    recovery_target_action: promote
YAML
check_exits 1
check_finds recovery/target-ignored error patroni.yml '^    recovery_target_time:'
starting_patroni_gives 'primary with 250 rows'

# shellcheck shell=bash
# the first remedy for who finds patroni-lint late: Patroni was started before, postgresql.auto.conf is emptied already
incident kept
starting_patroni_gives 'no primary'
file_lacks data/postgresql.auto.conf '^restore_command'

user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=demo archive-get %f "%p"
YAML
starting_patroni_gives 'primary with 250 rows'

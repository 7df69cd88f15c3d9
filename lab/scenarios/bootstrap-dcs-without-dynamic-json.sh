# shellcheck shell=bash
# restore_command under bootstrap.dcs, DCS wiped, patroni.dynamic.json deleted: now bootstrap.dcs is read
# why: nothing stands before bootstrap.dcs any more; 250 rows
# ci: bookworm
incident wiped
user_adds_below '    postgresql:' <<'YAML'
      recovery_conf:
        restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
rm "$CLUSTER/data/patroni.dynamic.json"
starting_patroni_gives primary/complete

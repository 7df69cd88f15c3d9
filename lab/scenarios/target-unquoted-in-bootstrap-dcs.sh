# shellcheck shell=bash
# an unquoted time under bootstrap.dcs, DCS wiped, patroni.dynamic.json deleted
# why: Patroni cannot write the timestamp into the DCS as JSON and fails with an exception in every loop; the target is ignored
# ci: bookworm trixie
incident wiped
row_200_is_asked_for
user_adds_below '    postgresql:' <<'YAML'
      recovery_conf:
        restore_command: @PGBACKREST@ archive-get %f "%p"
        recovery_target_time: @MOMENT@+00:00
YAML
rm "$CLUSTER/data/patroni.dynamic.json"
starting_patroni_gives broken-loop/past-target

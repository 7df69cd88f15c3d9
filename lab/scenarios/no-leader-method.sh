# shellcheck shell=bash
# an empty data directory, DCS kept: a replica method with no_leader restores the cluster
# why: created without a leader, then as a restore with restore_command; 250 rows
# ci: bookworm
incident kept
empty_data_dir
user_adds_below 'postgresql:' <<'YAML'
  create_replica_methods: [pgbackrest, basebackup]
  pgbackrest:
    command: @PGBACKREST@ restore
    keep_data: true
    no_params: true
    no_leader: true
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
starting_patroni_gives primary/complete

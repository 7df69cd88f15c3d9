# shellcheck shell=bash
# an empty data directory, DCS kept: a replica method with no_leader, but no restore_command
# why: created, then as a restore without restore_command
incident kept
empty_data_dir
user_adds_below 'postgresql:' <<'YAML'
  create_replica_methods: [pgbackrest, basebackup]
  pgbackrest:
    command: @PGBACKREST@ restore
    keep_data: true
    no_params: true
    no_leader: true
YAML
starting_patroni_gives waits-for-wal/none

# shellcheck shell=bash
# an empty data directory, DCS kept: the replica method lacks no_leader
# why: without no_leader a method needs a leader
incident kept
empty_data_dir
patronictl_list_is_of json
user_adds_below 'postgresql:' <<'YAML'
  create_replica_methods: [pgbackrest, basebackup]
  pgbackrest:
    command: @PGBACKREST@ restore
    keep_data: true
    no_params: true
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
starting_patroni_gives waits-for-leader/none

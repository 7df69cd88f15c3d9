# shellcheck shell=bash
# two members: the only replica method has no command, and no_params: pgBackRest prints its help, and no replica is ever made
# proves: backup/replica-method-without-command
leader_is_up
second_member <<'YAML'
  create_replica_methods: [pgbackrest]
  pgbackrest:
    no_params: true
    keep_data: true
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
check_exits 1
check_finds backup/replica-method-without-command error node2/patroni.yml '^  (create_replica_methods|pgbackrest):'
second_member_becomes not-created/none
patroni_logged 'unable to restore configuration files from backup'

apply_fix --unsafe-fixes
check_exits 0
second_member_becomes streams/complete

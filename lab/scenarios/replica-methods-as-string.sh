# shellcheck shell=bash
# two members: create_replica_methods is a string; Patroni takes each letter for a method, and no replica is ever made
# proves: backup/replica-methods-not-a-list
# ci: bookworm
leader_is_up
second_member <<'YAML'
  create_replica_methods: pgbackrest
  pgbackrest:
    command: @PGBACKREST@ --type=standby restore
    no_params: true
YAML
check_exits 1
check_finds backup/replica-methods-not-a-list error node2/patroni.yml '^  create_replica_methods:'
second_member_becomes not-created/none

apply_fix --unsafe-fixes
check_exits 0
second_member_becomes streams/complete pgbackrest

# shellcheck shell=bash
# two members: pgBackRest refuses the options that Patroni adds to a replica method; no replica is ever made
# proves: backup/patroni-flags-rejected
# ci: bookworm
leader_is_up
second_member <<'YAML'
  create_replica_methods: [pgbackrest]
  pgbackrest:
    command: @PGBACKREST@ --type=standby restore
YAML
check_exits 1
check_finds backup/patroni-flags-rejected error node2/patroni.yml '^    command: pgbackrest '
second_member_becomes not-created/none
patroni_logged 'invalid option'

apply_fix --unsafe-fixes
check_exits 0
second_member_becomes streams/complete pgbackrest

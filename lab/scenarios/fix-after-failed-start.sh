# shellcheck shell=bash
# the first remedy for who finds patroni-lint late: Patroni was started before, postgresql.auto.conf is emptied already
# ci: bookworm
incident kept
user_starts_patroni_first
file_lacks data/postgresql.auto.conf '^restore_command'

user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
starting_patroni_gives primary/complete

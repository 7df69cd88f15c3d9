# shellcheck shell=bash
# restore_command names a stanza that pgbackrest.conf does not have: no WAL ever comes
# proves: backup/stanza-not-configured
mistake() {
  incident kept
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=dmeo archive-get %f "%p"
YAML
}

mistake
check_exits 1
check_finds backup/stanza-not-configured error patroni.yml '^    restore_command:'
starting_patroni_gives waits-for-wal/none

mistake
apply_fix --unsafe-fixes
check_exits 0
check_does_not_find backup/stanza-differs
starting_patroni_gives primary/complete

# shellcheck shell=bash
# restore_command without %p: pgBackRest refuses it, and no WAL ever comes
# proves: backup/command-placeholder-missing
mistake() {
  incident kept
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f
YAML
}

mistake
check_exits 1
check_finds backup/command-placeholder-missing error patroni.yml '^    restore_command:'
starting_patroni_gives waits-for-wal/none

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

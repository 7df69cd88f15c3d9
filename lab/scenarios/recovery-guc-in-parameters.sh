# shellcheck shell=bash
# any recovery parameter under postgresql.parameters throws recovery_conf away
# proves: recovery/parameters-replace-recovery-conf
# ci: bookworm trixie
mistake() {
  incident kept
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
  user_adds_below '    shared_buffers: 16MB' <<'YAML'
    archive_cleanup_command: /bin/true
YAML
}

mistake
check_exits 1
check_finds recovery/parameters-replace-recovery-conf error patroni.yml '^    archive_cleanup_command:'
starting_patroni_gives waits-for-wal/none
patroni_logged 'specified neither "?primary_conninfo"? nor "?restore_command'

mistake
apply_fix --unsafe-fixes --select recovery/parameters-replace-recovery-conf
check_exits 0
starting_patroni_gives primary/complete

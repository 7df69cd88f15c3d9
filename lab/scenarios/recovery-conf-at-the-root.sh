# shellcheck shell=bash
# recovery_conf beside postgresql instead of below it: Patroni does not look there
# proves: recovery/misplaced-recovery-conf
mistake() {
  incident kept
  user_adds_below 'name: node1' <<'YAML'
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
}

mistake
check_exits 1
check_finds recovery/misplaced-recovery-conf error patroni.yml '^recovery_conf:'
starting_patroni_gives waits-for-wal/none

mistake
apply_fix --unsafe-fixes --select recovery/misplaced-recovery-conf
check_exits 0
starting_patroni_gives primary/complete

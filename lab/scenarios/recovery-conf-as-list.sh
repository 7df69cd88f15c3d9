# shellcheck shell=bash
# recovery_conf is a list: Patroni ends with an exception
# proves: recovery/recovery-conf-not-mapping
mistake() {
  incident kept
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
  - restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
}

mistake
check_exits 1
check_finds recovery/recovery-conf-not-mapping error patroni.yml '^  recovery_conf:|^  - restore_command'
starting_patroni_gives exits/none

mistake
apply_fix --unsafe-fixes --select recovery/recovery-conf-not-mapping
check_exits 0
starting_patroni_gives primary/complete

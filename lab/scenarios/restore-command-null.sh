# shellcheck shell=bash
# restore_command has no value: Patroni writes none
# proves: recovery/null-setting
mistake() {
  incident kept
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command:
YAML
}

mistake
check_exits 1
check_finds recovery/null-setting error patroni.yml '^    restore_command:'
starting_patroni_gives waits-for-wal/none

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

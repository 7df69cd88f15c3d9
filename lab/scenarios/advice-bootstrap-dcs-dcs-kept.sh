# shellcheck shell=bash
# wrong advice, DCS kept: restore_command under bootstrap.dcs; nothing reads it once the cluster exists
# proves: bootstrap/dcs-section-already-used
# ci: bookworm
advice() {
  incident kept
  user_adds_below '    postgresql:' <<'YAML'
      recovery_conf:
        restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
}

advice
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='
check_finds bootstrap/dcs-section-already-used error patroni.yml '^ +(recovery_conf|restore_command):'
starting_patroni_gives waits-for-wal/none

advice
apply_fix --prefer recovery-conf
starting_patroni_gives primary/complete

# shellcheck shell=bash
# the first remedy for who finds patroni-lint late: Patroni was started before, postgresql.auto.conf is emptied already
# proves: recovery/restored-without-restore-command
# ci: bookworm
failed_start() {
  incident kept
  user_starts_patroni_first
  file_lacks data/postgresql.auto.conf '^restore_command'
}

failed_start
check_exits 1
check_finds recovery/restored-without-restore-command error patroni.yml '^postgresql:'
starting_patroni_gives waits-for-wal/none

failed_start
apply_fix --unsafe-fixes --prefer recovery-conf
file_has patroni.yml '^  recovery_conf:'
starting_patroni_gives primary/complete

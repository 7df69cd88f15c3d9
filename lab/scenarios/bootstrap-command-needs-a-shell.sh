# shellcheck shell=bash
# the output of a bootstrap command is sent to a file: no shell runs it, pgBackRest refuses the words, and Patroni gives up
# proves: bootstrap/shell-syntax-without-shell
# ci: bookworm
mistake() {
  incident wiped
  empty_data_dir
  user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore > @CLUSTER@/log/restore.log 2>&1
keep_existing_recovery_conf: true
no_params: true
YAML
}

mistake
check_exits 1
check_finds bootstrap/shell-syntax-without-shell error patroni.yml '^    command: '
starting_patroni_gives exits/none
patroni_logged 'command does not allow parameters'

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

# shellcheck shell=bash
# a custom bootstrap with recovery_conf that lacks restore_command
# why: FATAL: must specify restore_command when standby mode is not enabled
# proves: bootstrap/recovery-without-restore-command
mistake() {
  incident wiped
  empty_data_dir
  user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
recovery_conf:
  recovery_target_action: promote
  recovery_target_timeline: latest
YAML
}

mistake
check_exits 1
check_finds bootstrap/recovery-without-restore-command error patroni.yml '^    recovery_conf:'
starting_patroni_gives exits/none
patroni_logged 'must specify "?restore_command"? when standby mode is not enabled'

mistake
apply_fix --unsafe-fixes
check_exits 0
starting_patroni_gives primary/complete

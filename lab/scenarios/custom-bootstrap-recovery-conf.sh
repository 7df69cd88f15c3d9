# shellcheck shell=bash
# a custom bootstrap with recovery_conf: restore_command, action promote, timeline latest; no data directory
# why: 250 rows
incident wiped
rm -r "$CLUSTER/data"
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
recovery_conf:
  restore_command: @PGBACKREST@ archive-get %f "%p"
  recovery_target_action: promote
  recovery_target_timeline: latest
YAML
starting_patroni_gives primary/complete

# shellcheck shell=bash
# any recovery parameter under postgresql.parameters throws recovery_conf away
mistake() {
  incident kept
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: pgbackrest --config=@CLUSTER@/pgbackrest.conf --stanza=demo archive-get %f "%p"
YAML
  user_adds_below '    shared_buffers: 16MB' <<'YAML'
    archive_cleanup_command: /bin/true
YAML
}

mistake
check_exits 1
starting_patroni_gives 'no primary'

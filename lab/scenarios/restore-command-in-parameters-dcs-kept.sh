# shellcheck shell=bash
# restore_command under postgresql.parameters, DCS kept: Patroni moves it to where it belongs
# why: Patroni takes recovery parameters out of postgresql.parameters
incident kept
user_adds_below '    shared_buffers: 16MB' <<'YAML'
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
starting_patroni_gives primary/complete

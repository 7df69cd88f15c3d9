# shellcheck shell=bash
# a custom bootstrap is configured, but the data directory was restored by hand, DCS wiped
# why: with a data directory there the bootstrap section is not used
incident wiped
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
keep_existing_recovery_conf: true
no_params: true
YAML
starting_patroni_gives waits-for-wal/none

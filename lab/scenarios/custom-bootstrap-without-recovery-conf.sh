# shellcheck shell=bash
# a custom bootstrap with neither recovery_conf nor keep_existing_recovery_conf
# why: Patroni removes recovery.signal; PostgreSQL cannot locate the required checkpoint record; Patroni gives up
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
no_params: true
YAML
starting_patroni_gives exits/none

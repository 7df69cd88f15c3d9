# shellcheck shell=bash
# keep_existing_recovery_conf and no_params are the string 'false', which counts as true
# why: 250 rows
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
keep_existing_recovery_conf: "false"
no_params: "false"
YAML
starting_patroni_gives primary/complete

# shellcheck shell=bash
# a custom bootstrap that keeps the recovery settings of pgbackrest restore, DCS wiped
# why: recovery by PostgreSQL with pgBackRest's own settings; 250 rows
# ci: trixie
incident wiped
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
keep_existing_recovery_conf: true
no_params: true
YAML
starting_patroni_gives primary/complete

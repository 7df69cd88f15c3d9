# shellcheck shell=bash
# a custom bootstrap whose command has --type=time --target-action=promote
# why: 200 of the 200 rows
incident wiped
row_200_is_asked_for
empty_data_dir
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore --type=time --target="@MOMENT@+00:00" --target-action=promote
no_params: true
keep_existing_recovery_conf: true
YAML
starting_patroni_gives primary/complete

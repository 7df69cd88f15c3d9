# shellcheck shell=bash
# the section that bootstrap.method names has no command: Patroni runs initdb instead
# why: as with a method that has no section
incident wiped
empty_data_dir
patronictl_list_is_of json
user_adds_bootstrap_section <<'YAML'
keep_existing_recovery_conf: true
no_params: true
YAML
starting_patroni_gives empty-cluster/empty

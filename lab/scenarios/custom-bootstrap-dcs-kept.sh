# shellcheck shell=bash
# a custom bootstrap while the DCS still knows the cluster: it never runs
# why: the DCS has an initialize key, so Patroni waits for a leader to copy from
# ci: trixie
incident kept
empty_data_dir
patronictl_list_is_of earlier
user_adds_bootstrap_section <<'YAML'
command: @PGBACKREST@ restore
keep_existing_recovery_conf: true
no_params: true
YAML
starting_patroni_gives waits-for-leader/none

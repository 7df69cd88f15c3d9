# shellcheck shell=bash
# the second remedy without its condition: while the DCS knows the cluster, no bootstrap ever runs
incident kept
check_exits 1
apply_fix --unsafe-fixes --prefer custom-bootstrap
empty_data_dir
starting_patroni_gives 'no primary'
patroni_logged 'waiting for leader to bootstrap'

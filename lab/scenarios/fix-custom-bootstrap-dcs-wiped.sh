# shellcheck shell=bash
# second remedy, DCS wiped and data directory emptied, as it demands: the patch adds a custom bootstrap to patroni.yml
incident wiped
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='

apply_fix --unsafe-fixes --prefer custom-bootstrap
file_has patroni.yml '^  method: '
empty_data_dir
starting_patroni_gives 'primary with 250 rows'
patroni_logged 'Running custom bootstrap script'

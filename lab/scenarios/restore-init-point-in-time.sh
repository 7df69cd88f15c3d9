# shellcheck shell=bash
# `restore init --target TIME`, an empty data directory, DCS wiped: its fragment beside patroni.yml in a folder
# why: the rows after the moment are gone; 200 rows
# ci: bookworm
incident wiped
row_200_is_asked_for
empty_data_dir
patroni_reads_fragment_of_init --target "$(moment)"
patroni_started_on_it_gives primary/complete
patroni_logged 'Running custom bootstrap script'

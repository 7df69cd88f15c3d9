# shellcheck shell=bash
# `restore init`, an empty data directory, DCS wiped: its fragment stands beside patroni.yml in the folder that Patroni reads
# why: the custom bootstrap of the fragment brings everything archived back; 250 rows
# ci: bookworm trixie
incident wiped
empty_data_dir
patroni_reads_fragment_of_init
patroni_started_on_it_gives primary/complete
patroni_logged 'Running custom bootstrap script'

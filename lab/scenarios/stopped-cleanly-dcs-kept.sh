# shellcheck shell=bash
# nothing was lost: a data directory after a clean stop, DCS kept
# why: an ordinary start; 250 rows
# ci: bookworm trixie
incident kept
nothing_was_lost
starting_patroni_gives primary/complete

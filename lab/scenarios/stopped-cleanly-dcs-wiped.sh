# shellcheck shell=bash
# nothing was lost: a data directory after a clean stop, DCS wiped
# why: an ordinary start; 250 rows
incident wiped
nothing_was_lost
starting_patroni_gives primary/complete

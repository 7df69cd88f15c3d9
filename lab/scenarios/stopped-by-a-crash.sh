# shellcheck shell=bash
# Patroni and PostgreSQL were killed; DCS kept
# why: crash recovery, then an ordinary start; 250 rows
incident kept
nothing_was_lost
power_is_lost
starting_patroni_gives primary/complete

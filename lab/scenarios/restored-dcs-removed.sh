# shellcheck shell=bash
# the incident, with the DCS state removed by `patronictl remove`
# why: as with the DCS kept
incident removed
starting_patroni_gives waits-for-wal/none

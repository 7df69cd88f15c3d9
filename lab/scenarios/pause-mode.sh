# shellcheck shell=bash
# the restored data directory, and the DCS says pause: Patroni does not start PostgreSQL
# why: in maintenance mode Patroni leaves a stopped PostgreSQL alone
# ci: bookworm trixie
incident kept
user_edits_dynamic_configuration -s pause=true
starting_patroni_gives paused/none

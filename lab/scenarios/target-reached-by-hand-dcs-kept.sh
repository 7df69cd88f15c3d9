# shellcheck shell=bash
# point-in-time recovery with PostgreSQL alone, then Patroni; DCS kept
# why: 200 of the 200 rows; with the DCS kept only because the old position is less than maximum_lag_on_failover ahead
incident kept
row_200_is_asked_for
restore_again_with --type=time "--target=$(moment)" --target-action=promote
user_starts_postgresql_first
preview_may_say_unknown
starting_patroni_gives primary/complete

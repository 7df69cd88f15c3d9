# shellcheck shell=bash
# point-in-time recovery with PostgreSQL alone, then Patroni; DCS wiped
# why: 200 of the 200 rows
incident wiped
row_200_is_asked_for
restore_again_with --type=time "--target=$(moment)" --target-action=promote
user_starts_postgresql_first
starting_patroni_gives primary/complete

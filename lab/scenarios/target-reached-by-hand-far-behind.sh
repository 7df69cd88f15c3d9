# shellcheck shell=bash
# point-in-time recovery with PostgreSQL alone, then Patroni; the old position in the DCS is 100 MB ahead
# why: 200 of the 200 rows are there, but more than maximum_lag_on_failover behind the old position, Patroni promotes nobody. No file that is handed over shows that position
# ci: bookworm
incident kept
row_200_is_asked_for
restore_again_with --type=time "--target=$(moment)" --target-action=promote
user_starts_postgresql_first
# As if the old primary had been that busy.
status=$(etcd_control get --print-value-only /service/demo/status | jq -c '.optime += 104857600')
etcd_control put /service/demo/status "$status" >/dev/null
preview_may_say_unknown
starting_patroni_gives replica/complete

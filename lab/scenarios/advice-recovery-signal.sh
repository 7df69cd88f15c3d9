# shellcheck shell=bash
# wrong advice, PostgreSQL's own hint after the failed start: restore_command into postgresql.auto.conf, touch recovery.signal
# ci: bookworm
incident kept
wanted=$(grep '^restore_command' "$CLUSTER/data/postgresql.auto.conf")
user_starts_patroni_first
# From 3.3.10, 4.0.9 and 4.1.3 on there is no single-user run that would give the hint.
[[ $PATRONI_VERSION == 4.1.* ]] || patroni_logged 'HINT: .*touch ".*/recovery.signal"'

echo "$wanted" >>"$CLUSTER/data/postgresql.auto.conf"
"${AS_POSTGRES[@]}" touch data/recovery.signal
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='
check_relates "$FOUNDING_RULE" data/recovery.signal

starting_patroni_gives waits-for-wal/none
file_lacks data/postgresql.auto.conf '^restore_command'

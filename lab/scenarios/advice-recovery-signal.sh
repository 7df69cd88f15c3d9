# shellcheck shell=bash
# wrong advice, PostgreSQL's own hint: touch recovery.signal, restore_command in postgresql.auto.conf
incident kept
"${AS_POSTGRES[@]}" touch data/recovery.signal
check_exits 1
check_finds "$FOUNDING_RULE" error data/postgresql.auto.conf '^restore_command ='
check_relates "$FOUNDING_RULE" data/recovery.signal

starting_patroni_gives 'no primary'
file_lacks data/postgresql.auto.conf '^restore_command'

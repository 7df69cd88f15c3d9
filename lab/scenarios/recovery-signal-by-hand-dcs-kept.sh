# shellcheck shell=bash
# recovery.signal and restore_command in postgresql.auto.conf, by hand, DCS kept
# why: postgresql.auto.conf is emptied of it before PostgreSQL starts
incident kept
patronictl_list_is_of earlier
echo "restore_command = '$PGBACKREST archive-get %f \"%p\"'" >>"$CLUSTER/data/postgresql.auto.conf"
"${AS_POSTGRES[@]}" touch data/recovery.signal
starting_patroni_gives waits-for-wal/none

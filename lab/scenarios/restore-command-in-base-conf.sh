# shellcheck shell=bash
# restore_command in postgresql.base.conf, which Patroni includes and never cleans
# why: postgresql.conf includes the file; 250 rows
# ci: trixie
incident kept
echo "restore_command = '$PGBACKREST archive-get %f \"%p\"'" >>"$CLUSTER/data/postgresql.base.conf"
starting_patroni_gives primary/complete

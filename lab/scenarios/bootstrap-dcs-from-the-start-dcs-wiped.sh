# shellcheck shell=bash
# restore_command under bootstrap.dcs since the cluster was created, DCS wiped
# why: patroni.dynamic.json in the backup has it
incident wiped recovery-conf-from-the-start
starting_patroni_gives primary/complete

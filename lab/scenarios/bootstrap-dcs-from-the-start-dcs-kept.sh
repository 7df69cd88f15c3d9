# shellcheck shell=bash
# restore_command under bootstrap.dcs since the cluster was created, DCS kept
# why: the dynamic configuration in the DCS has it
incident kept recovery-conf-from-the-start
starting_patroni_gives primary/complete

# shellcheck shell=bash
# a backup with --archive-copy, restore_command in patroni.yml, DCS kept
# why: before 3.3.10, 4.0.9 and 4.1.3 Patroni lets single-user crash recovery write a checkpoint of its own on timeline 1, which the archive's WAL does not have
# not in CI: with these versions the outcome hangs on which segment the archive has last; primary/truncated came once on bookworm
incident kept archive-copy
user_adds_restore_command
by_chance_comes primary/truncated
starting_patroni_gives primary/complete 3.0=broken-loop/none 4.0=broken-loop/none

# shellcheck shell=bash
# two members: the tag nostream and no restore_command; the replica gets no WAL at all; Patroni 4
# proves: recovery/nostream-without-restore-command
# ci: trixie
needs_patroni 3.3.0
leader_is_up
second_member </dev/null
second_member_has_tag nostream
check_exits 1
check_finds recovery/nostream-without-restore-command error node2/patroni.yml '^  nostream:'
second_member_becomes does-not-stream/truncated

apply_fix --unsafe-fixes
check_exits 0
second_member_becomes does-not-stream/complete

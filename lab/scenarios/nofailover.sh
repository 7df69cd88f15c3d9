# shellcheck shell=bash
# restore_command in patroni.yml, and the tag nofailover: this node may not become primary
# why: all 250 rows are replayed, but Patroni does not promote a node with this tag
# ci: bookworm trixie
incident kept
user_adds_restore_command
cat >>"$CLUSTER/patroni.yml" <<'YAML'

tags:
  nofailover: true
YAML
starting_patroni_gives replica/complete

# shellcheck shell=bash
# Where a cluster's programs come from: this machine (Debian 12) or a chroot (Debian 13). Needs STACK and PATRONI_SRC. Sets:
#   STACK_ROOT   "" or the root of the chroot
#   PG_BIN       PostgreSQL's programs, as seen in the stack
#   CLUSTER      the folder of the cluster; the same path inside and outside the chroot, and in every scenario
#   AS_POSTGRES  words that run a command in the stack, as user postgres, in $CLUSTER, with a clean environment. An array and
#                not a function: `"${AS_POSTGRES[@]}" command &` leaves the command's own process id in $!.
#   PATRONI_VERSION, PG_VERSION

readonly CLUSTER=/srv/demo
readonly PG_PORT=5432 REST_PORT=8008 ETCD_PORT=2379 ETCD_PEER_PORT=2380

# The folder that stands at $CLUSTER is LANE, for this process and its children alone: they live in a mount namespace. A
# network namespace keeps the ports apart, too, so that scenarios running at the same time have the same paths and ports.
enter_stack() { # LANE
  local enter=()
  STACK_ROOT=
  ip link set lo up
  mkdir -p "$CLUSTER" "$1"
  mount --bind "$1" "$CLUSTER"
  if [[ $STACK == trixie ]]; then
    STACK_ROOT=${LAB_TRIXIE_ROOT:-/var/tmp/patroni-lint-lab-trixie}
    mkdir -p "$STACK_ROOT$CLUSTER"
    mount -t proc proc "$STACK_ROOT/proc"
    mount --rbind /dev "$STACK_ROOT/dev"
    mount --bind "$CLUSTER" "$STACK_ROOT$CLUSTER"
    enter=(chroot "$STACK_ROOT")
  fi
  PG_BIN=$("${enter[@]}" sh -c 'ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1')
  POSTGRES_IDS=$("${enter[@]}" id -u postgres):$("${enter[@]}" id -g postgres)
  AS_POSTGRES=("${enter[@]}" setpriv --reuid=postgres --regid=postgres --init-groups
    env -i -C "$CLUSTER" "PATH=$PG_BIN:/usr/bin:/bin" "HOME=$CLUSTER" LANG=C.UTF-8 TZ=UTC
    ETCDCTL_API=3 "PATRONICTL_CONFIG_FILE=$CLUSTER/patroni.yml" "PYTHONPATH=$PATRONI_SRC" PYTHONDONTWRITEBYTECODE=1)
  PATRONI_VERSION=$("${AS_POSTGRES[@]}" patroni --version | cut -d ' ' -f 2)
  PG_VERSION=$(basename "$(dirname "$PG_BIN")")
}

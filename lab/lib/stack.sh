# shellcheck shell=bash
# Where a cluster's programs come from: this machine (Debian 12) or a chroot (Debian 13). Sets:
#   STACK        bookworm | trixie
#   STACK_ROOT   "" or the root of the chroot
#   PG_BIN       PostgreSQL's programs, as seen in the stack
#   CLUSTER      the folder of the cluster; the same path inside and outside the chroot
#   AS_POSTGRES  words that run a command in the stack, as user postgres, in $CLUSTER, with a clean environment. An array and
#                not a function: `"${AS_POSTGRES[@]}" command &` leaves the command's own process id in $!.

use_stack() {
  local enter=()
  STACK=$1 CLUSTER=$WORK/$1/cluster STACK_ROOT=
  mkdir -p "$CLUSTER"
  if [[ $STACK == trixie ]]; then
    STACK_ROOT=${LAB_TRIXIE_ROOT:-/var/tmp/patroni-lint-lab-trixie}
    "$LAB/stack-trixie" "$STACK_ROOT"
    mount_stack
    enter=(chroot "$STACK_ROOT")
  fi
  PG_BIN=$("${enter[@]}" sh -c 'ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1')
  POSTGRES_IDS=$("${enter[@]}" id -u postgres):$("${enter[@]}" id -g postgres)
  AS_POSTGRES=("${enter[@]}" setpriv --reuid=postgres --regid=postgres --init-groups
    env -i -C "$CLUSTER" "PATH=$PG_BIN:/usr/bin:/bin" "HOME=$CLUSTER" LANG=C.UTF-8
    ETCDCTL_API=3 "PATRONICTL_CONFIG_FILE=$CLUSTER/patroni.yml")
}

mount_stack() {
  mkdir -p "$STACK_ROOT$WORK/$STACK"
  mount -t proc proc "$STACK_ROOT/proc"
  mount --rbind /dev "$STACK_ROOT/dev"
  mount --make-rslave "$STACK_ROOT/dev"
  mount --bind "$WORK/$STACK" "$STACK_ROOT$WORK/$STACK"
}

leave_stack() {
  [[ -n ${STACK_ROOT-} ]] || return 0
  local mounted
  for mounted in "$WORK/$STACK" /dev /proc; do
    if mountpoint -q "$STACK_ROOT$mounted"; then umount --recursive --lazy "$STACK_ROOT$mounted"; fi
  done
}

# Prints COUNT ports of loopback that nobody listens on.
free_ports() {
  local port=$((20000 + RANDOM % 10000)) found=0
  while ((found < $1)); do
    port=$((port + 1))
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue; fi
    echo "$port"
    found=$((found + 1))
  done
}

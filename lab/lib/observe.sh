# shellcheck shell=bash
# What became of a start, seen from outside and said in the words of `patroni-lint preview`. Needs lib/cluster.sh.

readonly NEVER_AFTER=${LAB_NEVER_AFTER:-6}   # seconds that a state without a primary must last; Patroni looks every 2 s here
OUTCOME=unknown DATA=unknown

# Sets OUTCOME and DATA. An end is an end: a primary that says so, or no process. Anything else must last.
observe() { # LOG SECONDS
  local log=$1 end=$((SECONDS + $2)) since=$SECONDS state last=
  OUTCOME=unknown DATA=unknown
  while ((SECONDS < end)); do
    state=$(state_of "$log")
    [[ $state == "$last" ]] || since=$SECONDS last=$state
    case $state in
      undecided) ;;
      primary | empty-cluster | exits) OUTCOME=$state; break ;;
      *) if ((SECONDS - since >= NEVER_AFTER)); then OUTCOME=$state; break; fi ;;
    esac
    sleep 0.5
  done
  DATA=$(data_found)
}

state_of() { # LOG
  if process_is_gone "$PATRONI_PID"; then echo exits
  elif is_promoted && (($(times_logged "$1" '^[A-Za-z.]+Error: ') > 2)); then echo broken-loop
  elif is_primary; then
    # The first loop as leader has to end well.
    if ! logged "$1" 'I am \(node1\), the leader with the lock'; then echo undecided
    elif logged "$1" 'initialized a new cluster' && ! logged "$1" 'Running custom bootstrap script'; then echo empty-cluster
    else echo primary; fi
  elif connects; then
    if [[ $(sql 'select pg_get_wal_replay_pause_state()' 2>/dev/null) == paused ]]; then echo paused
    elif logged "$1" 'following a different leader|no action\. I am \(node1\), (a secondary|the standby leader)'; then echo replica
    else echo undecided; fi
  else
    case $(grep ' INFO: ' "$1" | tail -n 1) in
      *'waiting for leader to bootstrap') echo waits-for-leader; return ;;
      *'PAUSE: '*) echo paused; return ;;
    esac
    if (($(times_logged "$1" 'PANIC: |failed to start postgres') > 2)); then echo broken-loop
    elif logged "$1" 'waiting for WAL to become available' && [[ -e $CLUSTER/data/postmaster.pid ]]; then echo waits-for-wal
    else echo undecided; fi
  fi
}

connects() { sql 'select 1' >/dev/null 2>&1; }
logged() { grep -qE -- "$2" "$1"; }
times_logged() { grep -cE -- "$2" "$1" || true; }

# The rows that a client finds, against those that were asked for.
data_found() {
  local rows
  connects || { echo none; return; }
  [[ $(sql "select to_regclass('t') is null") == f ]] || { echo empty; return; }
  rows=$(sql 'select count(*) from t')
  if ((rows == ASKED_FOR)); then echo complete
  elif ((rows > ASKED_FOR)); then echo past-target
  else echo truncated; fi
}

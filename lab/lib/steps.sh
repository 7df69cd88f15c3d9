# shellcheck shell=bash
# The words that scenarios are written in. A scenario is a list of these; the first one that fails ends it.
# Needs lib/cluster.sh and lib/lint.sh. Sets EXPECTED and CAME, the story of the result table.

EXPECTED='' CAME='' FAILURE='' STARTS=0 DCS=unknown

failed() {
  FAILURE=$*
  echo "FAILED: $*" >&2
  exit 1
}
broken() { failed "the lab itself: $*"; }

# Puts everything back to the moment after the restore, with the DCS kept or wiped.
incident() { # kept | wiped
  DCS=$1
  stop_cluster
  rm -rf "$CLUSTER"
  cp -a "$SNAPSHOT" "$CLUSTER"
  start_etcd
  [[ $DCS == kept ]] || wipe_dcs
}

# Instead of the restored data directory, one restored with other options.
restore_again_with() { # OPTION...
  empty_data_dir
  backrest "$@" restore || failed "pgbackrest $* restore"
}

empty_data_dir() { find "$CLUSTER/data" -mindepth 1 -delete; }

# Inserts the lines on stdin below the first line of patroni.yml that is exactly LINE. For what the user wrote wrongly.
user_adds_below() { # LINE
  local added line=$1
  added=$(sed -e "s|@CLUSTER@|$CLUSTER|g")
  grep -qxF -- "$line" "$CLUSTER/patroni.yml" || broken "no line '$line' in patroni.yml"
  LINE=$line ADDED=$added awk '{ print } !done && $0 == ENVIRON["LINE"] { print ENVIRON["ADDED"]; done = 1 }' \
    "$CLUSTER/patroni.yml" >"$LOGS/patroni.yml.new"
  cat "$LOGS/patroni.yml.new" >"$CLUSTER/patroni.yml"
}

# Starts Patroni, waits for what happens, stops Patroni. WHAT: "no primary", "Patroni exits" or "primary with 250 rows".
# PATRONI_LOG is the log of that start.
starting_patroni_gives() { # WHAT
  local limit=$UP_WITHIN came
  [[ $1 != 'no primary' ]] || limit=$NEVER_AFTER
  STARTS=$((STARTS + 1)) PATRONI_LOG=$LOGS/patroni-$STARTS.log
  cp "$CLUSTER/patroni.yml" "$LOGS/patroni-$STARTS.yml"

  start_patroni "$PATRONI_LOG"
  until_true "$limit" primary_or_gone "$PATRONI_PID" || true
  if is_primary; then
    came="primary with $(rows)"
  elif process_is_gone "$PATRONI_PID"; then
    came='Patroni exits'
  else
    came='no primary'
  fi
  end_process "$PATRONI_PID" 20
  PATRONI_PID=''

  EXPECTED+=${EXPECTED:+, then }$1
  CAME+=${CAME:+, then }$came
  [[ $came == "$1" ]] || failed "expected $1, came $came; see $PATRONI_LOG"
}

primary_or_gone() { is_primary || process_is_gone "$1"; }

patroni_logged() { grep -qE -- "$1" "$PATRONI_LOG" || failed "no line /$1/ in $PATRONI_LOG"; }

file_has() { grep -qE -- "$2" "$CLUSTER/$1" || failed "no line /$2/ in $1"; }
file_lacks() { ! grep -qE -- "$2" "$CLUSTER/$1" || failed "a line /$2/ in $1"; }

# shellcheck shell=bash
# The words that scenarios are written in. A scenario is a list of these; the first one that fails ends it.
# Needs lib/cluster.sh, lib/observe.sh, lib/capture.sh and lib/lint.sh. Sets EXPECTED and CAME, the story of the result table.

EXPECTED='' CAME='' FAILURE='' STARTS=0 DCS=unknown ASKED_FOR=250 LIST=now HISTORY=plain MAY_SAY_UNKNOWN=no CHANCE=''

failed() {
  FAILURE=$*
  echo "FAILED: $*" >&2
  exit 1
}
broken() { failed "the lab itself: $*"; }

# Puts everything back to the moment after the restore, with the DCS kept, wiped by etcdctl, or removed by patronictl.
incident() { # kept | wiped | removed [HISTORY]
  local wanted=$1
  HISTORY=${2:-plain}
  stop_cluster
  need_history "$HISTORY"
  find "$CLUSTER" -mindepth 1 -delete
  cp -a "$HISTORIES/$HISTORY/cluster/." "$CLUSTER"
  start_etcd
  DCS=kept
  case $wanted in
    wiped) wipe_dcs; DCS=wiped ;;
    removed)
      "${AS_POSTGRES[@]}" patronictl remove demo >>"$LOGS/commands.log" 2>&1 <<<$'demo\nYes I am aware\nnode1' || broken 'patronictl remove'
      DCS=wiped ;;
  esac
}

# Instead of the restored data directory, one restored with other options.
restore_again_with() { # OPTION...
  empty_data_dir
  backrest "$@" restore || failed "pgbackrest $* restore"
}

empty_data_dir() { find "$CLUSTER/data" -mindepth 1 -delete; }

# The data directory as it was before the loss, after a clean stop.
nothing_was_lost() {
  rm -rf "$CLUSTER/data"
  cp -a "$HISTORIES/$HISTORY/data-before-the-loss" "$CLUSTER/data"
}

# What recovery is to end at: row 200. The result is measured against that.
row_200_is_asked_for() { ASKED_FOR=200; }
moment() { echo "$(<"$CLUSTER/moment")+00:00"; }

# Inserts the lines on stdin below the first line of patroni.yml that is exactly LINE. For what the user wrote wrongly.
user_adds_below() { # LINE
  local added line=$1 moment=
  [[ ! -e $CLUSTER/moment ]] || moment=$(<"$CLUSTER/moment")
  added=$(sed -e "s|@PGBACKREST@|$PGBACKREST|g" -e "s|@MOMENT@|$moment|g" -e "s|@CLUSTER@|$CLUSTER|g")
  grep -qxF -- "$line" "$CLUSTER/patroni.yml" || broken "no line '$line' in patroni.yml"
  LINE=$line ADDED=$added awk '{ print } !done && $0 == ENVIRON["LINE"] { print ENVIRON["ADDED"]; done = 1 }' \
    "$CLUSTER/patroni.yml" >"$LOGS/patroni.yml.new"
  cat "$LOGS/patroni.yml.new" >"$CLUSTER/patroni.yml"
}

user_adds_restore_command() {
  user_adds_below 'postgresql:' <<'YAML'
  recovery_conf:
    restore_command: @PGBACKREST@ archive-get %f "%p"
YAML
}

# A custom bootstrap with the lines on stdin in its section.
user_adds_bootstrap_section() {
  user_adds_below 'bootstrap:' <<<"  method: pgbackrest
  pgbackrest:
$(sed 's/^/    /')"
}

user_edits_dynamic_configuration() { # OPTION OF patronictl edit-config...
  "${AS_POSTGRES[@]}" patronictl edit-config --force "$@" >>"$LOGS/commands.log" 2>&1 || broken "patronictl edit-config $*"
  "${AS_POSTGRES[@]}" patronictl show-config >"$CLUSTER/dynamic.yml"
}

# PostgreSQL without Patroni, until its recovery has ended, and a clean stop.
user_starts_postgresql_first() {
  "${AS_POSTGRES[@]}" pg_ctl -D data -w -t 60 -l log/by-hand.log start >>"$LOGS/commands.log" 2>&1 || failed 'pg_ctl start'
  until_true "$UP_WITHIN" is_promoted || failed 'PostgreSQL, started by hand, does not leave recovery'
  "${AS_POSTGRES[@]}" pg_ctl -D data -w stop >>"$LOGS/commands.log" 2>&1 || failed 'pg_ctl stop'
}

# A start that nobody was asked about before; it leaves its traces in the data directory.
user_starts_patroni_first() {
  PATRONI_LOG=$LOGS/first-patroni.log
  start_patroni "$PATRONI_LOG"
  observe "$PATRONI_LOG" "$UP_WITHIN"
  stop_patroni
}

# The machine loses power while all is well.
power_is_lost() {
  start_patroni "$LOGS/first-patroni.log"
  observe "$LOGS/first-patroni.log" "$UP_WITHIN"
  [[ $OUTCOME/$DATA == primary/complete ]] || broken 'nothing to crash'
  kill -KILL "$PATRONI_PID" "$(head -n 1 "$CLUSTER/data/postmaster.pid")"
  until_true 10 process_is_gone "$PATRONI_PID"
  PATRONI_PID=''
}

# What `patronictl list` shows to be handed over: "now" (default), "json" (now, as JSON), "earlier" (when all was well).
patronictl_list_is_of() { LIST=$1; }

# The outcome hangs on what no file shows: the position of the old primary, which the DCS holds (/status).
preview_may_say_unknown() { MAY_SAY_UNKNOWN=yes; }

# The scenario is about what came with that release; with an older one there is nothing to see.
needs_patroni() { # VERSION
  local older
  older=$(printf '%s\n' "$1" "$PATRONI_VERSION" | sort -V | head -n 1)
  if [[ $older != "$1" ]]; then EXPECTED=- CAME=-; exit 0; fi
}

# What also comes with these versions, by chance.
by_chance_comes() { CHANCE=$1; }

# Asks patroni-lint what will happen, starts Patroni, sees what happens, stops Patroni. What must come is OUTCOME/DATA in the
# words of `patroni-lint preview`; a VERSION before it (3.0=exits/none) says what comes with that Patroni instead.
# PATRONI_LOG is the log of that start.
starting_patroni_gives() { # OUTCOME/DATA [VERSION=OUTCOME/DATA...]
  local wanted inputs came
  STARTS=$((STARTS + 1)) PATRONI_LOG=$LOGS/patroni-$STARTS.log inputs=$LOGS/inputs-$STARTS
  write_inputs "$inputs"
  if [[ -n $CAPTURE ]]; then
    write_properties "$inputs/scenario.properties" "$@"
    install_capture "$inputs"
    EXPECTED=- CAME=captured
    exit 0
  fi
  wanted=$(expectation "$PATRONI_VERSION" "$@")
  [[ $PREVIEW == no ]] || ask_preview "$inputs"

  start_patroni "$PATRONI_LOG"
  observe "$PATRONI_LOG" "$UP_WITHIN"
  came=$OUTCOME/$DATA
  stop_patroni

  EXPECTED+=${EXPECTED:+, then }$wanted
  CAME+=${CAME:+, then }$came
  [[ $came == "$wanted" || $came == "$CHANCE" ]] || failed "expected $wanted, came $came; see $PATRONI_LOG"
  [[ $PREVIEW == no || $came != "$wanted" ]] || preview_was_right "$inputs" "$came"
}

# Of "ALL 3.0=THIS 4.1=THAT", what holds for VERSION.
expectation() { # VERSION EXPECTATION...
  local version=$1 each found=
  shift
  for each; do
    if [[ $each != *=* ]]; then found=${found:-$each}; elif [[ $version == "${each%%=*}".* ]]; then found=${each#*=}; fi
  done
  echo "$found"
}

patroni_logged() { grep -qE -- "$1" "$PATRONI_LOG" || failed "no line /$1/ in $PATRONI_LOG"; }

file_has() { grep -qE -- "$2" "$CLUSTER/$1" || failed "no line /$2/ in $1"; }
file_lacks() { ! grep -qE -- "$2" "$CLUSTER/$1" || failed "a line /$2/ in $1"; }

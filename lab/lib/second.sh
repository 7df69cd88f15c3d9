# shellcheck shell=bash
# A second member beside the first, for what concerns replicas: node2. It lives in a mount namespace of its own in which $CLUSTER is
# $SECOND, so that it has the same paths as the first, as on a machine of its own; only the ports differ, and the repository is common.
# Needs lib/cluster.sh, lib/observe.sh, lib/lint.sh, lib/steps.sh.

readonly SECOND=$CLUSTER/node2 SECOND_PG_PORT=5433 SECOND_REST_PORT=8009
# A command that does nothing and says that it went well leaves a directory without configuration files.
readonly NOT_CREATED='failed to bootstrap from leader|Error creating replica|unable to restore configuration files from backup'
SECOND_PID='' SECOND_STARTS=0

as_second() { # COMMAND... ; replaces this process
  # shellcheck disable=SC2016
  exec unshare --mount bash -c 'mount --bind "$1/repo" "$1/node2/repo"; mount --rbind "$1/node2" "$2$1"; shift 2; exec "$@"' \
    second "$CLUSTER" "$STACK_ROOT" "${AS_POSTGRES[@]}" "$@"
}

# The first member is up, with all 250 rows; nothing was ever lost.
leader_is_up() {
  if [[ -n $CAPTURE ]]; then EXPECTED=- CAME='not captured: two members'; exit 0; fi
  incident kept
  nothing_was_lost
  start_patroni "$LOGS/leader.log"
  until_true "$UP_WITHIN" is_primary || broken 'the first member does not come up'
}

# Writes the configuration of node2; the lines on stdin go below `postgresql:`. From now on patroni-lint is asked about it.
second_member() {
  local added
  added=$(sed "s|@PGBACKREST@|$PGBACKREST|g")
  rm -rf "$SECOND"
  owned_folders 750 "$SECOND" "$SECOND"/{repo,lock,log,spool}
  sed -e 's|^name: node1|name: node2|' -e "s|:$PG_PORT\$|:$SECOND_PG_PORT|" -e "s|:$REST_PORT\$|:$SECOND_REST_PORT|" \
    "$CLUSTER/patroni.yml" | ADDED=$added awk '{ print } $0 == "postgresql:" { print ENVIRON["ADDED"] }' >"$SECOND/patroni.yml"
  sed "s|^pg1-port=.*|pg1-port=$SECOND_PG_PORT|" "$CLUSTER/pgbackrest.conf" >"$SECOND/pgbackrest.conf"
  chown "$POSTGRES_IDS" "$SECOND"/*.yml "$SECOND"/*.conf
  chmod 600 "$SECOND"/*.yml "$SECOND"/*.conf
  LINTED=(--pgbackrest-conf node2/pgbackrest.conf node2/patroni.yml)
}

second_member_has_tag() { # TAG
  printf '\ntags:\n  %s: true\n' "$1" >>"$SECOND/patroni.yml"
}

# Starts Patroni on node2, sees what becomes of it, and stops it. A name behind `streams/complete` is that of the method that has
# to have made the replica. PATRONI_LOG is its log.
second_member_becomes() { # OUTCOME/DATA [METHOD]
  local came
  SECOND_STARTS=$((SECOND_STARTS + 1)) PATRONI_LOG=$LOGS/second-$SECOND_STARTS.log
  (as_second patroni patroni.yml) >"$PATRONI_LOG" 2>&1 </dev/null &
  SECOND_PID=$!
  observe_second
  came=$OUTCOME/$DATA
  stop_second
  EXPECTED+=${EXPECTED:+, then }$1
  CAME+=${CAME:+, then }$came
  [[ $came == "$1" ]] || failed "expected $1, came $came; see $PATRONI_LOG"
  [[ -z ${2-} ]] || patroni_logged "replica has been created using $2"
}

# Sets OUTCOME (streams, not-created, does-not-stream) and DATA.
observe_second() {
  local end=$((SECONDS + UP_WITHIN)) since=$SECONDS state last=
  OUTCOME=unknown DATA=unknown
  while ((SECONDS < end)); do
    state=$(state_of_second)
    [[ $state == "$last" ]] || since=$SECONDS last=$state
    case $state in
      undecided) ;;
      streams) OUTCOME=$state; break ;;
      not-created) OUTCOME=$state; break ;;
      *) if ((SECONDS - since >= NEVER_AFTER * 2)); then OUTCOME=$state; break; fi ;;
    esac
    sleep 0.5
  done
  DATA=$(data_of_second)
}

state_of_second() {
  if [[ $(sql "select count(*) from pg_stat_replication where application_name = 'node2' and state = 'streaming'") == 1 ]]; then
    echo streams
  elif (($(times_logged "$PATRONI_LOG" "$NOT_CREATED") > 2)); then
    echo not-created
  elif [[ -e $SECOND/data/postmaster.pid && -e $SECOND/data/standby.signal ]]; then
    echo does-not-stream
  else
    echo undecided
  fi
}

# A row of now has to arrive, by streaming or by the archive.
data_of_second() {
  local wanted
  sql 'insert into t select max(i) + 1 from t' || broken 'the first member takes no rows'
  sql 'select pg_switch_wal()' >/dev/null
  wanted=$(sql 'select count(*) from t')
  if until_true 20 second_has "$wanted"; then echo complete
  elif second_sql 'select 1' >/dev/null 2>&1; then echo truncated
  else echo none; fi
}

second_has() { [[ $(second_sql 'select count(*) from t') == "$1" ]]; }
second_sql() { "${AS_POSTGRES[@]}" psql -X -qAt -h 127.0.0.1 -p "$SECOND_PG_PORT" -U postgres -d postgres -c "$1"; }

stop_second() {
  end_process "$SECOND_PID" 20
  SECOND_PID=''
  [[ ! -e $SECOND/data/postmaster.pid ]] || (as_second pg_ctl stop -D data -m immediate) >/dev/null 2>&1 || true
}

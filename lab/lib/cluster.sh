# shellcheck shell=bash
# A cluster of one member with its etcd and its pgBackRest repository, all below $CLUSTER. Needs lib/stack.sh.

readonly UP_WITHIN=${LAB_UP_WITHIN:-90}   # seconds a start may take until it is clear what became of it; 5 to 20 are usual
readonly PGBACKREST="pgbackrest --config=$CLUSTER/pgbackrest.conf --stanza=demo"
PATRONI_PID='' ETCD_PID=''
PATRONI_CONFIG=patroni.yml   # a file, or a folder of fragments

# until_true SECONDS COMMAND... : polls; false when the time is over.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || return 1
    sleep 0.3
  done
}

start_etcd() {
  local client=http://127.0.0.1:$ETCD_PORT peer=http://127.0.0.1:$ETCD_PEER_PORT
  "${AS_POSTGRES[@]}" etcd --name lab --data-dir "$CLUSTER/etcd" \
    --listen-client-urls "$client" --advertise-client-urls "$client" --listen-peer-urls "$peer" \
    --initial-advertise-peer-urls "$peer" --initial-cluster "lab=$peer" >>"$LOGS/etcd.log" 2>&1 </dev/null &
  ETCD_PID=$!
  until_true 20 etcd_control endpoint health || broken 'etcd did not start'
}

etcd_control() { "${AS_POSTGRES[@]}" etcdctl --endpoints="127.0.0.1:$ETCD_PORT" "$@"; }

start_patroni() { # LOG
  "${AS_POSTGRES[@]}" patroni "$PATRONI_CONFIG" >"$1" 2>&1 </dev/null &
  PATRONI_PID=$!
}

# Ends a process of ours: politely, and after SECONDS for good.
end_process() { # PID SECONDS
  [[ -n $1 ]] && kill -TERM "$1" 2>/dev/null || return 0
  until_true "$2" process_is_gone "$1" || kill -KILL "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# A child that has ended stays a zombie until it is waited for.
process_is_gone() { [[ ! -e /proc/$1/stat || $(cut -d ' ' -f 3 "/proc/$1/stat") == Z ]]; }

stop_patroni() {
  end_process "$PATRONI_PID" 20
  PATRONI_PID=''
  # PostgreSQL outlives a Patroni that was killed.
  if [[ -e $CLUSTER/data/postmaster.pid ]]; then
    "${AS_POSTGRES[@]}" pg_ctl stop -D data -m immediate >/dev/null 2>&1 || true
  fi
}

stop_cluster() {
  stop_patroni
  end_process "$ETCD_PID" 5
  ETCD_PID=''
}

sql() { "${AS_POSTGRES[@]}" psql -X -qAt -h 127.0.0.1 -p "$PG_PORT" -U postgres -d postgres -c "$1"; }
backrest() { "${AS_POSTGRES[@]}" pgbackrest --config="$CLUSTER/pgbackrest.conf" --stanza=demo "$@" >>"$LOGS/pgbackrest.log" 2>&1; }
wipe_dcs() { etcd_control del --prefix /service/demo >/dev/null; }

# Both must say so: Patroni's REST API and PostgreSQL itself.
is_primary() {
  [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$REST_PORT/primary") == 200 ]] &&
    [[ $(sql 'select pg_is_in_recovery()') == f ]]
}

is_promoted() { [[ $(sql 'select pg_is_in_recovery()' 2>/dev/null) == f ]]; }

fill_in() { # TEMPLATE FILE
  sed -e "s|@CLUSTER@|$CLUSTER|g" -e "s|@PG_BIN@|$PG_BIN|g" -e "s|@PG_PORT@|$PG_PORT|g" \
    -e "s|@REST_PORT@|$REST_PORT|g" -e "s|@ETCD_PORT@|$ETCD_PORT|g" "$LAB/files/$1" >"$2"
  chown "$POSTGRES_IDS" "$2"
  chmod 600 "$2"
}

owned_folders() { install -d -m "$1" -o "${POSTGRES_IDS%:*}" -g "${POSTGRES_IDS#*:}" "${@:2}"; }

# Folders below $HISTORIES hold what scenarios start from. The first scenario that needs a history makes it; others wait.
need_history() { # HISTORY
  local lock
  exec {lock}>"$HISTORIES/$1.lock"
  flock "$lock"
  if [[ ! -e $HISTORIES/$1/complete ]]; then make_history "$1"; fi
  exec {lock}>&-
}

# 100 rows, a backup, 150 more rows that only the archive holds, the loss of the data directory, and `pgbackrest restore`. It
# ends with everything stopped, before Patroni is started. What differs, by HISTORY:
#   plain                            nothing
#   recovery-conf-from-the-start     bootstrap.dcs had postgresql.recovery_conf when the cluster was created
#   recovery-conf-before-the-backup  `patronictl edit-config` added it before the backup
#   archive-copy                     the backup brings its WAL along: `backup --archive-copy`
make_history() { # HISTORY
  local backup_options=()
  find "$CLUSTER" -mindepth 1 -delete
  owned_folders 750 "$CLUSTER" "$CLUSTER"/{repo,lock,log,spool}
  fill_in patroni.yml.in "$CLUSTER/patroni.yml"
  fill_in pgbackrest.conf.in "$CLUSTER/pgbackrest.conf"
  [[ $1 != archive-copy ]] || backup_options=(--archive-copy)
  [[ $1 != recovery-conf-from-the-start ]] || user_adds_below '    postgresql:' <<'YAML'
      recovery_conf:
        restore_command: @PGBACKREST@ archive-get %f "%p"
YAML

  start_etcd
  start_patroni "$LOGS/history-patroni.log"
  until_true "$UP_WITHIN" is_primary || broken "history $1: the new cluster has no primary"
  backrest stanza-create
  sql 'create table t (i int); insert into t select generate_series(1, 100)'
  if [[ $1 == recovery-conf-before-the-backup ]]; then
    user_edits_dynamic_configuration -s "postgresql.recovery_conf.restore_command=$PGBACKREST archive-get %f \"%p\""
    until_true 20 grep -q recovery_conf "$CLUSTER/data/patroni.dynamic.json" || broken "history $1: edit-config has no effect"
  fi
  backrest --type=full "${backup_options[@]}" backup
  sql 'insert into t select generate_series(101, 200)'
  # A moment between row 200 and row 250, for point-in-time recovery.
  sleep 1.1
  sql "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')" >"$CLUSTER/moment"
  sleep 1.1
  sql 'insert into t select generate_series(201, 250)'
  sql 'select pg_switch_wal()' >/dev/null
  "${AS_POSTGRES[@]}" patronictl show-config >"$CLUSTER/dynamic.yml"
  "${AS_POSTGRES[@]}" patronictl list >"$CLUSTER/list-when-all-was-well.txt"
  end_process "$PATRONI_PID" 60   # a clean stop: the last WAL segment is archived
  PATRONI_PID=''

  rm -rf "${HISTORIES:?}/$1"
  mkdir -p "$HISTORIES/$1"
  mv "$CLUSTER/data" "$HISTORIES/$1/data-before-the-loss"
  owned_folders 700 "$CLUSTER/data"
  backrest restore
  stop_cluster
  cp -a "$CLUSTER" "$HISTORIES/$1/cluster"
  touch "$HISTORIES/$1/complete"
}

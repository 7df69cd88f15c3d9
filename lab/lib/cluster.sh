# shellcheck shell=bash
# A cluster of one member with its etcd and its pgBackRest repository, all below $CLUSTER. Needs lib/stack.sh.

readonly UP_WITHIN=${LAB_UP_WITHIN:-90}       # seconds a primary may take to come up; it takes 5 to 15
readonly NEVER_AFTER=${LAB_NEVER_AFTER:-25}   # seconds without a primary after which we say "never"
PATRONI_PID='' ETCD_PID=''

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
  "${AS_POSTGRES[@]}" patroni patroni.yml >"$1" 2>&1 </dev/null &
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

stop_cluster() {
  end_process "$PATRONI_PID" 20
  # PostgreSQL outlives a Patroni that was killed.
  if [[ -e $CLUSTER/data/postmaster.pid ]]; then
    "${AS_POSTGRES[@]}" pg_ctl stop -D data -m immediate >/dev/null 2>&1 || true
  fi
  end_process "$ETCD_PID" 5
  PATRONI_PID='' ETCD_PID=''
}

sql() { "${AS_POSTGRES[@]}" psql -X -qAt -h 127.0.0.1 -p "$PG_PORT" -U postgres -d postgres -c "$1"; }
backrest() { "${AS_POSTGRES[@]}" pgbackrest --config="$CLUSTER/pgbackrest.conf" --stanza=demo "$@" >>"$LOGS/pgbackrest.log" 2>&1; }
wipe_dcs() { etcd_control del --prefix /service/demo >/dev/null; }

# Both must say so: Patroni's REST API and PostgreSQL itself.
is_primary() {
  [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$REST_PORT/primary") == 200 ]] &&
    [[ $(sql 'select pg_is_in_recovery()') == f ]]
}

rows() {
  [[ $(sql "select to_regclass('t') is null") == f ]] || { echo 'no table'; return; }
  echo "$(sql 'select count(*) from t') rows"
}

fill_in() { # TEMPLATE FILE
  sed -e "s|@CLUSTER@|$CLUSTER|g" -e "s|@PG_BIN@|$PG_BIN|g" -e "s|@PG_PORT@|$PG_PORT|g" \
    -e "s|@REST_PORT@|$REST_PORT|g" -e "s|@ETCD_PORT@|$ETCD_PORT|g" "$LAB/files/$1" >"$2"
  chown "$POSTGRES_IDS" "$2"
  chmod 600 "$2"
}

# The history that all scenarios share: 100 rows, a backup, 150 more rows that only the archive holds, the loss of the data
# directory, and `pgbackrest restore`. It ends with everything stopped, before Patroni is started; $SNAPSHOT keeps it.
make_incident() {
  rm -rf "$CLUSTER" "$SNAPSHOT"
  install -d -m 750 -o "${POSTGRES_IDS%:*}" -g "${POSTGRES_IDS#*:}" "$CLUSTER" "$CLUSTER"/{repo,lock,log,spool}
  fill_in patroni.yml.in "$CLUSTER/patroni.yml"
  fill_in pgbackrest.conf.in "$CLUSTER/pgbackrest.conf"

  start_etcd
  start_patroni "$LOGS/patroni.log"
  until_true "$UP_WITHIN" is_primary || broken 'the new cluster has no primary'
  backrest stanza-create
  sql 'create table t (i int); insert into t select generate_series(1, 100)'
  backrest --type=full backup
  sql 'insert into t select generate_series(101, 200)'
  # A moment between row 200 and row 250, for point-in-time recovery.
  sleep 1.1
  sql "select date_trunc('second', clock_timestamp())" >"$CLUSTER/moment"
  sleep 1.1
  sql 'insert into t select generate_series(201, 250)'
  sql 'select pg_switch_wal()' >/dev/null
  "${AS_POSTGRES[@]}" patronictl show-config >"$CLUSTER/dynamic.yml"
  end_process "$PATRONI_PID" 60   # a clean stop: the last WAL segment is archived

  rm -rf "$CLUSTER/data"
  install -d -m 700 -o "${POSTGRES_IDS%:*}" -g "${POSTGRES_IDS#*:}" "$CLUSTER/data"
  backrest restore
  stop_cluster
  cp -a "$CLUSTER" "$SNAPSHOT"
}

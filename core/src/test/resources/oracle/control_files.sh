#!/usr/bin/env bash
# control_files.sh BIN FOLDER: makes clusters with the PostgreSQL in BIN and keeps, as FOLDER/N.bin and FOLDER/N.txt, their
# control file in several states and what pg_controldata prints of it. Run as the user who shall own them.
set -euo pipefail
bin=$1 folder=$2 number=0
export LANG=C LC_ALL=C
work=$(mktemp -d)
trap 'for data in "$work"/*/; do "$bin/pg_ctl" -D "$data" -m immediate stop || true; done >/dev/null 2>&1; rm -rf "$work"' EXIT

keep() { # DATA
  number=$((number + 1))
  cp "$1/global/pg_control" "$folder/$number.bin"
  "$bin/pg_controldata" "$1" >"$folder/$number.txt"
}
start() { # DATA PORT
  "$bin/pg_ctl" -D "$1" -W -l "$1.log" -o "-p $2 -k $work -c listen_addresses='' -c fsync=off" start >/dev/null
}
until_state() { # DATA STATE
  for _ in {1..300}; do
    ! "$bin/pg_controldata" "$1" 2>/dev/null | grep -q "cluster state: *$2\$" || return 0
    sleep 0.1
  done
  echo "never: $2" >&2
  cat "$1.log" >&2
  exit 1
}

"$bin/initdb" -D "$work/one" -A trust -N -U postgres >/dev/null
keep "$work/one"
start "$work/one" 5433
until_state "$work/one" 'in production'
until "$bin/pg_isready" -q -h "$work" -p 5433; do sleep 0.1; done
keep "$work/one"

# A restored backup whose WAL never comes: inside the backup.
"$bin/pg_basebackup" -h "$work" -p 5433 -U postgres -D "$work/two" -X none -c fast >/dev/null 2>&1
keep "$work/two"
chmod 700 "$work/two"
segment=$(sed -n 's/^START WAL.*file \([0-9A-F]*\)).*/\1/p' "$work/two/backup_label")
walfolder=$(basename "$(ls -d "$work"/two/pg_wal "$work"/two/pg_xlog 2>/dev/null | head -n 1)")
# Its WAL ends behind the record of the checkpoint (128 bytes are enough), so the end of the backup is never seen.
position=$((16#$(sed -n 's|^CHECKPOINT LOCATION: [0-9A-F]*/||p' "$work/two/backup_label") % (16 << 20)))
head -c $((position + 128)) "$work/one/$walfolder/$segment" >"$work/two/$walfolder/$segment"
truncate -s 16M "$work/two/$walfolder/$segment"
if [[ $walfolder == pg_wal && ! -e $work/two/recovery.conf && $(<"$work/two/PG_VERSION") -ge 12 ]]; then
  touch "$work/two/standby.signal"
  echo "restore_command = 'false'" >>"$work/two/postgresql.auto.conf"
else
  printf "standby_mode = on\nrestore_command = 'false'\n" >"$work/two/recovery.conf"
fi
start "$work/two" 5434
until_state "$work/two" 'in archive recovery'
keep "$work/two"
"$bin/pg_ctl" -D "$work/two" -m immediate stop >/dev/null

# Killed, and stopped in order.
kill -KILL "$(head -n 1 "$work/one/postmaster.pid")"
sleep 1
keep "$work/one"
rm -f "$work/one/postmaster.pid"
start "$work/one" 5435
until "$bin/pg_isready" -q -h "$work" -p 5435; do sleep 0.1; done
"$bin/pg_ctl" -D "$work/one" -m fast stop >/dev/null
keep "$work/one"

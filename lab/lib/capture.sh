# shellcheck shell=bash
# What an operator has at hand before a start: configuration, the small files of the data directory, what commands printed.

readonly DATA_FILES=(PG_VERSION backup_label tablespace_map postgresql.conf postgresql.auto.conf recovery.signal standby.signal
  recovery.conf patroni.dynamic.json postmaster.pid)
# Versions whose outcome is on record. The last was measured by hand, see README.md.
readonly MEASURED=(3.0.2 4.0.7 4.1.4)

write_inputs() { # FOLDER
  local file
  mkdir -p "$1"
  cp "$CLUSTER/patroni.yml" "$CLUSTER/pgbackrest.conf" "$1"
  case $LIST in
    now) "${AS_POSTGRES[@]}" patronictl list >"$1/patronictl-list.txt" ;;
    json) "${AS_POSTGRES[@]}" patronictl list --format json >"$1/patronictl-list.txt" ;;
    earlier) cp "$CLUSTER/list-when-all-was-well.txt" "$1/patronictl-list.txt" ;;
  esac
  # With the DCS wiped nobody has its configuration any more.
  [[ $DCS != kept ]] || cp "$CLUSTER/dynamic.yml" "$1"
  [[ -d $CLUSTER/data ]] || return 0
  mkdir "$1/data"
  [[ -e $CLUSTER/data/PG_VERSION ]] || return 0
  for file in "${DATA_FILES[@]}"; do
    [[ ! -e $CLUSTER/data/$file ]] || cp "$CLUSTER/data/$file" "$1/data"
  done
  # PostgreSQL's sample, 30 kB of comments.
  grep -vE '^[[:space:]]*(#|$)' "$CLUSTER/data/postgresql.base.conf" >"$1/data/postgresql.base.conf"
  "${AS_POSTGRES[@]}" pg_controldata data >"$1/data/pg_controldata.txt" || true   # a damaged file has nothing to print
  "${AS_POSTGRES[@]}" ls -1p data/pg_wal >"$1/data/pg_wal.txt"
  # The file itself says what the program prints; a capture has only text.
  [[ -n $CAPTURE ]] || install -D "$CLUSTER/data/global/pg_control" "$1/data/global/pg_control"
  chmod -R u=rwX,go=rX "$1"
}

write_properties() { # FILE EXPECTATION...
  local file=$1 scenario=$LAB/scenarios/$NAME.sh data=absent version
  shift
  if [[ -e $CLUSTER/data/PG_VERSION ]]; then data=present; elif [[ -d $CLUSTER/data ]]; then data=empty; fi
  {
    echo "# Written by: lab/run --capture. What is expected, OUTCOME/DATA, was measured: see lab/README.md."
    sed -n 's/^# why: /# /p' "$scenario"
    echo "description=$(sed -n '2s/^# //p' "$scenario")"
    echo "dcs=$DCS"
    echo "data-directory=$data"
    [[ $MAY_SAY_UNKNOWN == no ]] || echo 'preview-may-say-unknown=yes'
    echo "captured-with=Patroni $PATRONI_VERSION, PostgreSQL $PG_VERSION"
    for version in "${MEASURED[@]}"; do echo "expected.$version=$(expectation "$version" "$@")"; done
  } >"$file"
}

install_capture() { # FOLDER
  rm -rf "${CAPTURE:?}/$NAME"
  cp -r "$1" "$CAPTURE/$NAME"
  # git keeps no empty folder; data-directory says it.
  find "$CAPTURE/$NAME" -type d -empty -delete
}

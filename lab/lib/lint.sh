# shellcheck shell=bash
# patroni-lint on the files of the incident, as an operator at that machine would run it.

readonly FOUNDING_RULE=recovery/restore-command-stripped
readonly PREVIEW=${LAB_PREVIEW:-yes}
LINTED=(--data-dir data --pgbackrest-conf pgbackrest.conf patroni.yml)   # the files that it is asked about
ANSWER=/dev/null CHECKS=0 FIXES=0 CHECK_JSON=/dev/null FIX_DIFF=/dev/null

# What it is told: the files, and what is known of the DCS. With the DCS wiped nobody has its configuration any more.
lint() { # COMMAND OPTION...
  local command=$1 dcs=(--dcs "$DCS")
  shift
  [[ $DCS != kept ]] || dcs+=(--dynamic-config dynamic.yml)
  (cd "$CLUSTER" && "$PATRONI_LINT" "$command" "$@" "${dcs[@]}" "${LINTED[@]}")
}

# A capture is of what people wrote; it needs no patroni-lint and ends where a fix of it comes in.
needs_patroni_lint() { if [[ -n $CAPTURE ]]; then EXPECTED=- CAME='not captured: a fix by patroni-lint'; exit 0; fi; }

check_exits() { # CODE
  [[ -z $CAPTURE ]] || return 0
  local code=0
  CHECKS=$((CHECKS + 1)) CHECK_JSON=$LOGS/check-$CHECKS.json
  lint check >"$LOGS/check-$CHECKS.txt" 2>&1 || true
  lint check --format json >"$CHECK_JSON" 2>"$LOGS/check-$CHECKS.err" || code=$?
  ((code == $1)) || failed "patroni-lint check: exit code $code instead of $1; see $LOGS/check-$CHECKS.txt"
}

# The finding is there, and the line it points at matches.
check_finds() { # RULE SEVERITY FILE LINE-REGEX
  [[ -z $CAPTURE ]] || return 0
  local line
  line=$(jq -r --arg rule "$1" --arg severity "$2" --arg file "$3" 'first(.findings[]
    | select(.rule == $rule and .severity == $severity and .location.file == $file)).location.start.line // empty' "$CHECK_JSON")
  [[ -n $line ]] || failed "patroni-lint does not report $1 ($2) on $3; see $CHECK_JSON"
  sed -n "${line}p" "$CLUSTER/$3" | grep -qE -- "$4" || failed "patroni-lint reports $1 on line $line of $3, which is not /$4/"
}

check_relates() { # RULE FILE : the finding of that rule also shows a place in FILE
  [[ -z $CAPTURE ]] || return 0
  jq -e --arg rule "$1" --arg file "$2" 'any(.findings[] | select(.rule == $rule) | .related[]?; .file == $file)' \
    "$CHECK_JSON" >/dev/null || failed "patroni-lint's $1 does not show $2 as a related place; see $CHECK_JSON"
}

check_does_not_find() { # RULE
  [[ -z $CAPTURE ]] || return 0
  jq -e --arg rule "$1" 'all(.findings[]; .rule != $rule)' "$CHECK_JSON" >/dev/null ||
    failed "patroni-lint still reports $1; see $CHECK_JSON"
}

# Takes the patch of `fix --diff` and applies it as user postgres, who owns the files.
apply_fix() { # OPTION...
  local code=0
  needs_patroni_lint
  FIXES=$((FIXES + 1)) FIX_DIFF=$LOGS/fix-$FIXES.diff
  lint fix --diff "$@" >"$FIX_DIFF" 2>"$LOGS/fix-$FIXES.err" || code=$?
  [[ $code -le 1 && -s $FIX_DIFF ]] || failed "patroni-lint fix $*: exit code $code, no patch; see $LOGS/fix-$FIXES.err"
  # The ceiling makes git see no repository around the folder; inside one it would skip these files without a word.
  setpriv --reuid="${POSTGRES_IDS%:*}" --regid="${POSTGRES_IDS#*:}" --clear-groups \
    env -C "$CLUSTER" HOME="$CLUSTER" GIT_CEILING_DIRECTORIES="${CLUSTER%/*}" git apply - <"$FIX_DIFF" ||
    failed "git apply refuses the patch $FIX_DIFF"
}

# Runs, letter by letter, the command that a fix of RULE shows and that matches REGEX, as an operator who pastes it would.
# ANSWERS are what is typed when the command asks.
run_shown_command() { # RULE REGEX [ANSWERS]
  local command
  needs_patroni_lint
  command=$(jq -r --arg rule "$1" --arg regex "$2" \
    'first(.findings[] | select(.rule == $rule) | .fixes[]?.commands[]? | select(test($regex))) // empty' "$CHECK_JSON")
  [[ -n $command ]] || failed "no fix of $1 shows a command like /$2/; see $CHECK_JSON"
  echo "+ $command" >>"$LOGS/commands.log"
  "${AS_POSTGRES[@]}" bash -c "$command" <<<"${3-}" >>"$LOGS/commands.log" 2>&1 || failed "this failed: $command"
}

# What will happen if Patroni starts now? Asked of the files that an operator would hand over. ANSWER is the node's verdict.
ask_preview() { # INPUTS
  local code=0 options=(--dcs "$DCS" --patroni-version "$PATRONI_VERSION" --pgbackrest-conf pgbackrest.conf)
  ANSWER=$LOGS/preview-$STARTS.json
  [[ $DCS != kept ]] || options+=(--dynamic-config dynamic.yml)
  [[ ! -d $1/data ]] || options+=(--data-dir data)
  (cd "$1" && "$PATRONI_LINT" preview "${options[@]}" .) >"$LOGS/preview-$STARTS.txt" 2>&1 || true
  (cd "$1" && "$PATRONI_LINT" preview --format json "${options[@]}" .) >"$ANSWER" 2>"$LOGS/preview-$STARTS.err" || code=$?
  jq -e '.version == 1 and (.nodes | length == 1)' "$ANSWER" >/dev/null || code=no
  [[ $code =~ ^[01]$ ]] || failed "patroni-lint preview: exit code $code, or not the one node; see $ANSWER and $LOGS/preview-$STARTS.err"
}

# The answer is what came, and postgresql.auto.conf is now what its diff said.
preview_was_right() { # INPUTS CAME
  local said after=$CLUSTER/data/postgresql.auto.conf
  said=$(jq -r '.nodes[0] | .outcome + "/" + .data' "$ANSWER")
  [[ $said == "$2" || ($MAY_SAY_UNKNOWN == yes && $said == unknown/*) ]] || failed "patroni-lint preview said $said, came $2; see $ANSWER"
  # Where there was none before, or is none now, PostgreSQL or pgBackRest made or Patroni moved it: nothing to compare.
  [[ -e $1/data/postgresql.auto.conf && -e $after ]] || return 0
  cp "$1/data/postgresql.auto.conf" "$LOGS/auto-conf-$STARTS"
  jq -r 'first(.nodes[0].changes[] | select(.file | endswith("postgresql.auto.conf"))).diff // empty' "$ANSWER" >"$LOGS/auto-conf-$STARTS.diff"
  if [[ -s $LOGS/auto-conf-$STARTS.diff ]]; then
    patch --quiet --force "$LOGS/auto-conf-$STARTS" "$LOGS/auto-conf-$STARTS.diff" || failed "patch refuses $LOGS/auto-conf-$STARTS.diff"
  fi
  cmp --quiet "$LOGS/auto-conf-$STARTS" "$after" || {
    cp "$after" "$LOGS/auto-conf-$STARTS.came"
    failed "postgresql.auto.conf is not what patroni-lint preview said; see $LOGS/auto-conf-$STARTS.{diff,came}"
  }
}

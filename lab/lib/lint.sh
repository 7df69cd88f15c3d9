# shellcheck shell=bash
# patroni-lint on the files of the incident, as an operator at that machine would run it.

readonly FOUNDING_RULE=recovery/restore-command-stripped
CHECKS=0 FIXES=0 CHECK_JSON=/dev/null FIX_DIFF=/dev/null

# What it is told: the files, and what is known of the DCS. With the DCS wiped nobody has its configuration any more.
lint() { # COMMAND OPTION...
  local command=$1 dcs=(--dcs "$DCS")
  shift
  [[ $DCS != kept ]] || dcs+=(--dynamic-config dynamic.yml)
  (cd "$CLUSTER" && "$PATRONI_LINT" "$command" "$@" "${dcs[@]}" --data-dir data --pgbackrest-conf pgbackrest.conf patroni.yml)
}

check_exits() { # CODE
  local code=0
  CHECKS=$((CHECKS + 1)) CHECK_JSON=$LOGS/check-$CHECKS.json
  lint check >"$LOGS/check-$CHECKS.txt" 2>&1 || true
  lint check --format json >"$CHECK_JSON" 2>"$LOGS/check-$CHECKS.err" || code=$?
  ((code == $1)) || failed "patroni-lint check: exit code $code instead of $1; see $LOGS/check-$CHECKS.txt"
}

# The finding is there, and the line it points at matches.
check_finds() { # RULE SEVERITY FILE LINE-REGEX
  local line
  line=$(jq -r --arg rule "$1" --arg severity "$2" --arg file "$3" 'first(.findings[]
    | select(.rule == $rule and .severity == $severity and .location.file == $file)).location.start.line // empty' "$CHECK_JSON")
  [[ -n $line ]] || failed "patroni-lint does not report $1 ($2) on $3; see $CHECK_JSON"
  sed -n "${line}p" "$CLUSTER/$3" | grep -qE -- "$4" || failed "patroni-lint reports $1 on line $line of $3, which is not /$4/"
}

check_relates() { # RULE FILE : the finding of that rule also shows a place in FILE
  jq -e --arg rule "$1" --arg file "$2" 'any(.findings[] | select(.rule == $rule) | .related[]?; .file == $file)' \
    "$CHECK_JSON" >/dev/null || failed "patroni-lint's $1 does not show $2 as a related place; see $CHECK_JSON"
}

check_does_not_find() { # RULE
  jq -e --arg rule "$1" 'all(.findings[]; .rule != $rule)' "$CHECK_JSON" >/dev/null ||
    failed "patroni-lint still reports $1; see $CHECK_JSON"
}

# Takes the patch of `fix --diff` and applies it as user postgres, who owns the files.
apply_fix() { # OPTION...
  local code=0
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
  command=$(jq -r --arg rule "$1" --arg regex "$2" \
    'first(.findings[] | select(.rule == $rule) | .fixes[]?.commands[]? | select(test($regex))) // empty' "$CHECK_JSON")
  [[ -n $command ]] || failed "no fix of $1 shows a command like /$2/; see $CHECK_JSON"
  echo "+ $command" >>"$LOGS/commands.log"
  "${AS_POSTGRES[@]}" bash -c "$command" <<<"${3-}" >>"$LOGS/commands.log" 2>&1 || failed "this failed: $command"
}

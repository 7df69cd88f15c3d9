# shellcheck shell=bash
# Follows what `patroni-lint restore plan` prints, letter by letter, as an operator who pastes it would. Needs lib/lint.sh, lib/steps.sh.

PLANS=0 PLAN=/dev/null

# Asks for a plan and does every step of it: applies its diffs, runs its commands, types its answers, waits for what they have to show.
follow_plan() { # OPTION OF restore plan...
  local code=0 count number
  needs_patroni_lint
  PLANS=$((PLANS + 1)) PLAN=$LOGS/plan-$PLANS.json PATRONI_LOG=$LOGS/patroni-plan-$PLANS.log
  lint restore plan "$@" >"$LOGS/plan-$PLANS.txt" 2>&1 || true
  lint restore plan --format json "$@" >"$PLAN" 2>"$LOGS/plan-$PLANS.err" || code=$?
  ((code == 0)) || failed "patroni-lint restore plan $*: exit code $code; see $LOGS/plan-$PLANS.txt"
  count=$(jq '.plans[0].steps | length' "$PLAN")
  for ((number = 0; number < count; number++)); do follow_step "$number"; done
}

step_says() { jq -r --argjson step "$1" ".plans[0].steps[\$step] | $2" "$PLAN"; }

follow_step() { # NUMBER
  local count index id
  id=$(step_says "$1" .id)
  [[ $(step_says "$1" .on) != others ]] || return 0   # this cluster has one member
  count=$(step_says "$1" '.changes | length')
  for ((index = 0; index < count; index++)); do
    step_says "$1" ".changes[$index].diff" >"$LOGS/plan-$PLANS-$id.diff"
    apply_as_owner "$LOGS/plan-$PLANS-$id.diff"
  done
  count=$(step_says "$1" '.commands | length')
  for ((index = 0; index < count; index++)); do
    follow_command "$id" "$(step_says "$1" .user)" "$(step_says "$1" ".commands[$index].command")" \
      "$(step_says "$1" ".commands[$index].expect // empty")" "$(step_says "$1" ".commands[$index].answers[]")"
  done
}

apply_as_owner() { # DIFF
  setpriv --reuid="${POSTGRES_IDS%:*}" --regid="${POSTGRES_IDS#*:}" --clear-groups \
    env -C "$CLUSTER" HOME="$CLUSTER" GIT_CEILING_DIRECTORIES="${CLUSTER%/*}" git apply - <"$1" ||
    failed "git apply refuses $1"
}

follow_command() { # STEP USER COMMAND EXPECT ANSWERS
  local end=$((SECONDS + UP_WITHIN)) out=$LOGS/plan-$PLANS-$1.out
  echo "+ $3" >>"$LOGS/commands.log"
  while true; do
    if run_as "$2" "$3" <<<"$5" >"$out" 2>&1 && { [[ -z $4 ]] || grep -qF -- "$4" "$out"; }; then
      cat "$out" >>"$LOGS/commands.log"
      return 0
    fi
    # What has to be shown may take a while; a command that shows nothing has to succeed at once.
    [[ -n $4 ]] && ((SECONDS < end)) || failed "step $1: '$3' fails or does not show '$4'; see $out"
    sleep 1
  done
}

# There is no systemd here, and patroni-lint is not installed; the words of the plan mean these.
systemctl() { # start|stop patroni
  [[ $2 == patroni ]] || return 1
  case $1 in
    start) start_patroni "$PATRONI_LOG" ;;
    stop) stop_patroni ;;
    *) return 1 ;;
  esac
}
patroni-lint() { (cd "$CLUSTER" && "$PATRONI_LINT" "$@"); }

run_as() { # USER COMMAND
  if [[ $1 == root || $2 == patroni-lint\ * ]]; then
    eval "$2"
  else
    "${AS_POSTGRES[@]}" bash -c "$2"
  fi
}

# What the plan promised: the member is primary with the rows that were asked for, and restore verify has nothing left to say.
plan_led_to() { # OUTCOME/DATA
  observe "$PATRONI_LOG" "$UP_WITHIN"
  EXPECTED+=${EXPECTED:+, then }$1
  CAME+=${CAME:+, then }$OUTCOME/$DATA
  [[ $OUTCOME/$DATA == "$1" ]] || failed "expected $1, came $OUTCOME/$DATA; see $PATRONI_LOG"
}

# Has `patroni-lint restore init` write its fragment from the files of the cluster and puts it beside patroni.yml into a folder,
# with which Patroni is then started. Both together have to pass the check.
patroni_reads_fragment_of_init() { # OPTION OF restore init...
  local fragment=$LOGS/restore-lab.yml file
  needs_patroni_lint
  (cd "$CLUSTER" && "$PATRONI_LINT" restore init --tool pgbackrest --env lab --output "$fragment" "$@" patroni.yml) \
    >"$LOGS/init.txt" 2>&1 || failed "patroni-lint restore init $* fails; see $LOGS/init.txt"
  PATRONI_CONFIG=patroni.d
  owned_folders 700 "$CLUSTER/$PATRONI_CONFIG"
  for file in "$CLUSTER/patroni.yml" "$fragment"; do
    install -m 600 -o "${POSTGRES_IDS%:*}" -g "${POSTGRES_IDS#*:}" "$file" "$CLUSTER/$PATRONI_CONFIG"
  done
  (cd "$CLUSTER" && "$PATRONI_LINT" check --fail-on warning --dcs "$DCS" "$PATRONI_CONFIG") >"$LOGS/check-fragment.txt" 2>&1 ||
    failed "patroni-lint check does not like the fragment; see $LOGS/check-fragment.txt"
}

# Starts Patroni on the folder and compares what comes.
patroni_started_on_it_gives() { # OUTCOME/DATA
  PATRONI_LOG=$LOGS/patroni-init.log
  start_patroni "$PATRONI_LOG"
  plan_led_to "$1"
}

# Sourced by the scripts beside it: stages with progress, a log each and a table of times at the end.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
export HOME="${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}"
log_dir="$root/build/logs"
llvm_root="${LUTRA_LLVM_ROOT:-/usr/lib/llvm-22}"
jobs="${LUTRA_JOBS:-$(nproc 2>/dev/null || echo 2)}"
stage_names=() stage_seconds=() stage_states=()

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: error: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# now: seconds with one decimal.
now() { date +%s.%1N; }
seconds_since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }

# follow PID LOG NAME: one line that moves on a terminal, a line every half minute elsewhere.
follow() {
  local pid=$1 log=$2 name=$3 began=$SECONDS shown=0 line width
  while kill -0 "$pid" 2>/dev/null; do
    if [ -t 1 ]; then
      width=$(($(tput cols 2>/dev/null || echo 80) - 1))
      line="  $name: $((SECONDS - began)) s  $(tail -c 400 "$log" | tr '\r' '\n' | grep -v '^ *$' | tail -n 1)"
      printf '\r\033[K%s' "${line:0:$width}"
      sleep 0.3
    else
      sleep 0.2
      if [ $((SECONDS - began - shown)) -ge 30 ]; then
        shown=$((SECONDS - began))
        line=$(tail -c 400 "$log" | tr '\r' '\n' | grep -v '^ *$' | tail -n 1)
        printf '  %s: %s s  %s\n' "$name" "$shown" "${line:0:110}"
      fi
    fi
  done
  [ -t 1 ] && printf '\r\033[K'
  return 0
}

# stage [--show] NAME COMMAND...: runs it with a log under build/logs; with --show the output is shown as well.
# A failure prints the end of the log and stops the script, unless keep_going=1, which goes on to the next stage.
keep_going=0
failed_stages=()
stage() {
  local show=0 name log began status=0 pid
  if [ "$1" = --show ]; then show=1 && shift; fi
  name=$1 && shift
  mkdir -p "$log_dir"
  log="$log_dir/${name// /-}.log"
  began=$(now)
  say "== $name"
  if [ "$show" = 1 ]; then
    "$@" 2>&1 </dev/null | tee "$log"
    status=${PIPESTATUS[0]}
  else
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    trap 'kill '"$pid"' 2>/dev/null; exit 130' INT TERM
    follow "$pid" "$log" "$name"
    wait "$pid" || status=$?
    trap - INT TERM
  fi
  stage_names+=("$name") stage_seconds+=("$(seconds_since "$began")")
  if [ "$status" = 0 ]; then
    stage_states+=(ok)
    return 0
  fi
  stage_states+=(FAILED)
  failed_stages+=("$name")
  if [ "$show" = 0 ]; then
    say "-- the last lines of ${log#"$root"/}:"
    tail -n "${LUTRA_LOG_LINES:-40}" "$log"
  fi
  say "-- $name failed (exit status $status); the whole log: ${log#"$root"/}"
  [ "$keep_going" = 1 ] && return 0
  stage_table
  exit 1
}

stage_table() {
  local i
  say ""
  printf '%-24s %9s  %s\n' stage seconds result
  for i in "${!stage_names[@]}"; do
    printf '%-24s %9s  %s\n' "${stage_names[$i]}" "${stage_seconds[$i]}" "${stage_states[$i]}"
  done
  awk -v all="${stage_seconds[*]}" 'BEGIN { n = split(all, s, " "); for (i = 1; i <= n; ++i) t += s[i];
                                            printf "%-24s %9.1f\n", "all", t }'
}

# retry COMMAND...: three tries, for commands that use the network.
retry() {
  local try
  for try in 1 2 3; do
    "$@" && return 0
    say "try $try of 3 failed: $*"
    [ "$try" = 3 ] || sleep $((try * 5))
  done
  return 1
}

# configure [CMAKE ARGUMENTS]: the default preset, into build/.
configure() { cmake --preset default -DLUTRA_LLVM_ROOT="$llvm_root" "$@"; }

#!/usr/bin/env bash
# Fuzzes for long: each target MINUTES, one after the other. The corpus is kept below build-fuzz/ and grows from run to run.
#   bash tests/fuzz/run.sh MINUTES [TARGET...]      for example 30 extract twin
# What it finds is written to build-fuzz/found/TARGET/; mend it, and put a small copy into tests/fuzz/cases/TARGET/.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. examples/prepare.sh

minutes="${1:-}"
[[ "$minutes" =~ ^[1-9][0-9]*$ ]] || fail "usage: tests/fuzz/run.sh MINUTES [TARGET...]"
shift
if [ $# -eq 0 ]; then
  for target in tests/fuzz/targets/*.cpp; do set -- "$@" "$(basename "$target" .cpp)"; done
fi
for target in "$@"; do [ -e "tests/fuzz/targets/$target.cpp" ] || fail "no such target: $target"; done

need "${build_packages[@]}"
need_libfuzzer
cmake --preset fuzz >/dev/null
nice cmake --build --preset fuzz --parallel "$(nproc)"

found=0
for target in "$@"; do
  corpus=build-fuzz/corpus/$target findings=build-fuzz/found/$target log=build-fuzz/$target.log
  mkdir -p "$corpus" "$findings"
  seeds=(tests/fuzz/seeds/text examples/samples)
  [ -d "tests/fuzz/seeds/$target" ] && seeds=("tests/fuzz/seeds/$target")
  [ -d "tests/fuzz/cases/$target" ] && seeds+=("tests/fuzz/cases/$target")
  [ "$target" = decode ] && seeds+=(tests/fuzz/seeds/text)
  end=$((SECONDS + minutes * 60)) runs=0 crashes=0
  # A finding ends a run of libFuzzer; the next one goes on with the time that is left.
  while left=$((end - SECONDS)) && [ $left -gt 0 ] && [ $crashes -lt 20 ]; do
    nice -n 19 "build-fuzz/bin/fuzz_$target" -max_total_time=$left -max_len=4096 -timeout=300 -rss_limit_mb=4096 \
      -artifact_prefix="$findings/" -print_final_stats=1 "$corpus" "${seeds[@]}" >"$log" 2>&1 || crashes=$((crashes + 1))
    runs=$((runs + $(awk '/^stat::number_of_executed_units:/ { n = $2 } END { print n + 0 }' "$log")))
    [ $crashes -eq 0 ] || cp "$log" "$findings/log-$crashes"
  done
  printf '%-12s %10d executions, %6d inputs in the corpus, %d findings\n' "$target" "$runs" "$(find "$corpus" -type f | wc -l)" "$crashes"
  [ $crashes -eq 0 ] || found=1
done
exit $found

#!/usr/bin/env bash
# The benchmarks, from a fresh clone: installs what is missing, builds Release into build/, counts, times, prints one
# table and writes RESULTS.md with the machine and the versions.
#   bash tests/benchmarks/run.sh [OUTPUT]      default: tests/benchmarks/RESULTS.md
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. examples/prepare.sh

here=tests/benchmarks
output=${1:-$here/RESULTS.md}
need "${build_packages[@]}" catch2 python3 ripgrep valgrind
configure -DZHIBIAO_BUILD_EXAMPLES=ON -DZHIBIAO_BUILD_TESTS=ON -DZHIBIAO_BUILD_BENCHMARKS=ON
cmake --build build --parallel "$(nproc)" --target zhibiao-cli counters benchmarks

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$(command -v /usr/bin/python3 || command -v python3)
corpus=()
[ ! -d ../shared/corpus/full ] || corpus=(--corpus ../shared/corpus/full)

above=0
"$python" $here/counters.py build/bin/counters examples/samples $here/ceilings.json --write "$work/counters" \
  >"$work/counters.log" || above=$?
[ $above -eq 0 ] || grep -E 'ABOVE|CEILING|skipped' "$work/counters.log" >&2 || true
build/bin/benchmarks --source . --cli build/bin/zhibiao --work "$work" --counters "$work/counters" \
  --rg rg --python "$python" --out "$work/tables.md" "${corpus[@]}"

compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' build/CMakeCache.txt)
{
  echo "# Results"
  echo
  echo "Written by \`bash tests/benchmarks/run.sh\`; [README.md](README.md) tells how to read it."
  echo
  echo "| | |"
  echo "|---|---|"
  echo "| date | $(date -u +%Y-%m-%d) |"
  echo "| machine | $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | sort -u | head -n 1), $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo), $(uname -sm) |"
  echo "| compiler | $("$compiler" --version | sed -n 1p), Release |"
  echo "| library | $(build/bin/zhibiao --version | sed "s/^ *//" | paste -sd, | sed "s/, */, /g") |"
  echo "| baselines | $(rg --version | sed -n 1p), $("$python" --version) |"
  echo "| counter | $(valgrind --version), where the processor's own is out of reach |"
  echo
  cat "$work/tables.md"
} >"$output.new"
mv "$output.new" "$output"
echo "written: $output"

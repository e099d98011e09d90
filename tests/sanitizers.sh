#!/usr/bin/env bash
# The whole suite in a build with sanitizers, as the preset of that name has them: bash tests/sanitizers.sh asan|tsan [CTEST_OPTION...]
# Left out is what measures the machine or the installed package, not memory or threads.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset="$1"
shift
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --parallel "$(nproc)"
exec ctest --test-dir "build-$preset" --parallel "$(nproc)" --output-on-failure -E '^(allocations|instructions|install|package|leave-one-out)$' "$@"

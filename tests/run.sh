#!/usr/bin/env bash
# All tests, from a fresh clone: installs what is missing, builds Release into build/, runs ctest.
#   bash tests/run.sh [CTEST_OPTION...]          for example -L quick, or -R corpus
#   bash tests/run.sh --full [CTEST_OPTION...]   besides: all again under ASan + UBSan and under TSan, the fuzzers, 10,000 mutated reports,
#                                              the wheel, the Debian packages, R, Spark
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/prepare.sh

full=()
if [ "${1:-}" = --full ]; then
  shift
  full=(-C Full)
fi

need "${build_packages[@]}" catch2 python3 python3-jsonschema python3-venv mandoc groff-base zsh fish doxygen parallel
# The page is tried in a real browser. Where none can be had its test is skipped, and says so.
(need chromium chromium-driver python3-selenium) || echo "tests/run.sh: without a browser; the test of the page will be skipped" >&2
if [ ${#full[@]} -gt 0 ]; then
  need_libfuzzer
  need ccache dpkg-dev file lintian r-base-core r-cran-jsonlite r-cran-data.table
  command -v java >/dev/null || need default-jre-headless
fi
configure -DZHIBIAO_BUILD_EXAMPLES=ON -DZHIBIAO_BUILD_TESTS=ON
cmake --build build --parallel "$(nproc)"
exec ctest --test-dir build --parallel "$(nproc)" --output-on-failure "${full[@]}" "$@"  # its summary is the last thing said

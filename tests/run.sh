#!/usr/bin/env bash
# All tests, from a fresh clone: installs what is missing, builds Release into build/, runs ctest.
#   bash tests/run.sh [CTEST_OPTION...]      for example -L quick, or -R corpus
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/prepare.sh

need "${build_packages[@]}" catch2 python3 python3-jsonschema
configure -DZHIBIAO_BUILD_EXAMPLES=ON -DZHIBIAO_BUILD_TESTS=ON
cmake --build build --parallel "$(nproc)"
exec ctest --test-dir build --parallel "$(nproc)" --output-on-failure "$@"  # its summary is the last thing said

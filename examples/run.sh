#!/usr/bin/env bash
# From a fresh clone to a table: installs what is missing, builds Release into build/, reads a sample report.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/prepare.sh

sample=examples/samples/linlan-2025.txt
json=build/linlan-2025.json

need "${build_packages[@]}"
if [ -e build/CMakeCache.txt ]; then
  configure -DZHIBIAO_BUILD_EXAMPLES=ON  # tests stay on or off as they are
else
  configure -DZHIBIAO_BUILD_EXAMPLES=ON -DZHIBIAO_BUILD_TESTS=OFF
fi
cmake --build build --parallel "$(nproc)" --target zhibiao-cli quickstart

echo
build/bin/zhibiao --format table "$sample"
build/bin/zhibiao --format json -o "$json" "$sample"
echo
echo "The same as JSON: $PWD/$json"
echo "Your own reports: build/bin/zhibiao FILE...    All options: build/bin/zhibiao --help"

#!/usr/bin/env bash
# Debian packages of a shared build: shown symbols, lintian where it is there, programs built against what they hold.
# usage: package_test.sh BUILD_OF_PRESET_PACKAGE COMPILER
set -eu
build=$1 compiler=$2
. "$(dirname "${BASH_SOURCE[0]}")/consume.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 "$here/symbols_test.py" "$build"/src/libzhibiao.so "$here/symbols.txt"
(cd "$build" && rm -f ./*.deb && cpack -G DEB) >"$work/cpack" 2>&1 || { cat "$work/cpack"; exit 1; }
for package in "$build"/*.deb; do dpkg-deb -x "$package" "$work/root"; done
if command -v lintian >/dev/null; then
  lintian --fail-on error "$build"/*.deb
else
  echo "lintian: skipped, it is not there (tests/run.sh --full installs it)"
fi
consume "$work/root/usr" "$work" "$compiler" ""

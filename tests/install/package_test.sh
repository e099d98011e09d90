#!/usr/bin/env bash
# Debian packages of the preset "package", a shared build: shown symbols, lintian where it is there, what each package holds,
# programs built against it.
# usage: package_test.sh COMPILER
set -eu
compiler=$1
. "$(dirname "${BASH_SOURCE[0]}")/consume.sh"
cd "$here/../.."
build=build-package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rm -f "$build"/*.deb
for step in "--preset package" "--build --preset package --parallel $(nproc)"; do
  # shellcheck disable=SC2086 # words
  cmake $step >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
done
(cd "$build" && cpack -G DEB) >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
python3 "$here/symbols_test.py" "$build"/src/libzhibiao.so "$here/symbols.txt"

# Left out: what holds for packages that enter Debian itself, and a call that cpack writes besides the trigger.
if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs,maintscript-calls-ldconfig "$build"/*.deb
  echo "lintian: good"
else
  echo "lintian: skipped, it is not there (tests/run.sh --full installs it)"
fi

# in_package PACKAGE FILE...
in_package() {
  local file package=$1
  shift
  dpkg-deb -c "$build/$package"_*.deb >"$work/files"
  for file in "$@"; do
    grep -q "/$file\$" "$work/files" || { echo "not in $package: $file"; cat "$work/files"; exit 1; }
  done
}
in_package zhibiao bin/zhibiao man1/zhibiao.1.gz completions/zhibiao site-functions/_zhibiao vendor_completions.d/zhibiao.fish
in_package zhibiao-data report.schema.json lexicon/indicators.json
in_package libzhibiao-dev zhibiao/zhibiao.hpp zhibiao/zhibiao.h libzhibiao.so\ .* zhibiaoConfig.cmake zhibiao.pc
for package in "$build"/*.deb; do dpkg-deb -x "$package" "$work/root"; done

LD_LIBRARY_PATH=$(dirname "$(find "$work/root" -name 'libzhibiao.so.*' | head -1)") "$work/root/usr/bin/zhibiao" --version
consume "$work/root/usr" "$work" "$compiler" ""

#!/usr/bin/env bash
# Installs a build to a temporary prefix, moves it, and builds a program against it: by find_package and by pkg-config.
# usage: install_test.sh BUILD_FOLDER COMPILER
set -eu
build=$1 compiler=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/prefix"
prefix=$work/prefix

check() {  # the program runs and speaks JSON
  "$1" >"$work/said"
  grep -q '"schema_version":"1.1"' "$work/said" || { cat "$work/said"; exit 1; }
}

pages=()
[ ! -x "$prefix/bin/zhibiao" ] || pages=(share/man/man1/zhibiao.1 share/bash-completion/completions/zhibiao share/zsh/site-functions/_zhibiao
                                        share/fish/vendor_completions.d/zhibiao.fish)
for file in include/zhibiao/zhibiao.hpp share/zhibiao/report.schema.json "${pages[@]}"; do
  [ -f "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
if grep -rqE 're2/|unicode/|nlohmann' "$prefix/include"; then
  echo "a public header names a library that the package does not pass on"
  exit 1
fi

# Flags of the build, so that a build with sanitizers links.
flags=$(sed -n 's/^CMAKE_CXX_FLAGS:[A-Z]*=//p' "$build/CMakeCache.txt")

cmake -S "$here" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$flags" \
  -DCMAKE_BUILD_TYPE=Debug >"$work/log" 2>&1 && cmake --build "$work/cmake" >>"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
check "$work/cmake/consumer"
echo "find_package: good"

pc=$(find "$prefix" -name zhibiao.pc)
export PKG_CONFIG_PATH=${pc%/*}
# shellcheck disable=SC2046,SC2086 # flags are words
"$compiler" -std=c++20 $flags "$here/consumer.cpp" -o "$work/by_pkg_config" $(pkg-config --cflags --libs zhibiao)
LD_LIBRARY_PATH=$(pkg-config --variable=libdir zhibiao) check "$work/by_pkg_config"
echo "pkg-config: good"

[ ! -x "$prefix/bin/zhibiao" ] || "$prefix/bin/zhibiao" --version

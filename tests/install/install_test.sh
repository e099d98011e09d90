#!/usr/bin/env bash
# Installs a build to a temporary prefix, moves it, and builds programs against it.
# usage: install_test.sh BUILD_FOLDER COMPILER
set -eu
build=$1 compiler=$2
. "$(dirname "${BASH_SOURCE[0]}")/consume.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/prefix"
pages=()
[ ! -x "$work/prefix/bin/zhibiao" ] || pages=(share/man/man1/zhibiao.1 share/bash-completion/completions/zhibiao
                                              share/zsh/site-functions/_zhibiao share/fish/vendor_completions.d/zhibiao.fish)
for file in "${pages[@]}"; do
  [ -f "$work/prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done

# Flags of the build, so that a build with sanitizers links.
flags=$(sed -n 's/^CMAKE_CXX_FLAGS:[A-Z]*=//p' "$build/CMakeCache.txt")
consume "$work/prefix" "$work" "$compiler" "$flags"

[ ! -x "$work/prefix/bin/zhibiao" ] || "$work/prefix/bin/zhibiao" --version

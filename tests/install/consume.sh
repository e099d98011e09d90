# Shared by the tests of what is installed: programs built against a prefix, by find_package and by pkg-config.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

check() {  # the program runs and speaks JSON
  "$@" >"$work/said"
  grep -q '"schema_version":"1.1"' "$work/said" || { cat "$work/said"; exit 1; }
}

# consume PREFIX WORK CXX_COMPILER FLAGS
consume() {
  local prefix=$1 work=$2 compiler=$3 flags=$4 file pc
  for file in include/zhibiao/zhibiao.hpp include/zhibiao/zhibiao.h share/zhibiao/report.schema.json \
      share/zhibiao/lexicon/indicators.json share/zhibiao/lexicon/lexicon.schema.json; do
    [ -f "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
  done
  if grep -rqE 're2/|unicode/|nlohmann' "$prefix/include"; then
    echo "a public header names a library that the package does not pass on"
    exit 1
  fi

  cmake -S "$here" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$flags" \
    -DCMAKE_C_FLAGS="$flags" -DCMAKE_BUILD_TYPE=Debug >"$work/log" 2>&1 && cmake --build "$work/cmake" >>"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
  check "$work/cmake/consumer"
  check "$work/cmake/consumer_c"
  echo "find_package: good"

  pc=$(find "$prefix" -name zhibiao.pc)
  export PKG_CONFIG_PATH=${pc%/*}
  # shellcheck disable=SC2046,SC2086 # flags are words
  "$compiler" -std=c++20 $flags "$here/consumer.cpp" -o "$work/by_pkg_config" $(pkg-config --cflags --libs zhibiao)
  # shellcheck disable=SC2046,SC2086
  "${CC:-cc}" $flags "$here/consumer.c" -o "$work/c_by_pkg_config" $(pkg-config --cflags --libs zhibiao)
  for file in by_pkg_config c_by_pkg_config; do
    LD_LIBRARY_PATH=$(pkg-config --variable=libdir zhibiao) check "$work/$file"
  done
  echo "pkg-config: good"
}

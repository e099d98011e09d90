# Shared by examples/run.sh and tests/run.sh: the Debian packages that are missing, and a Release build in build/.

fail() {
  echo "$0: $*" >&2
  exit 2
}

# need PACKAGE...: installs those that are missing; says nothing and needs no network where none is.
need() {
  command -v dpkg >/dev/null || return 0  # not Debian: the build itself says what it misses
  local package missing=()
  for package in "$@"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing packages, and neither root nor sudo to install them: ${missing[*]}"
    as_root=(sudo)
  fi
  echo "installing: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq || fail "apt-get update failed"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "these packages could not be installed: ${missing[*]}"
}

build_packages=(cmake ninja-build g++ pkg-config libre2-dev libicu-dev libxml2-dev nlohmann-json3-dev libcsv-dev)

# clang, and the runtime of the version that "clang" stands for.
need_libfuzzer() {
  need clang
  # shellcheck disable=SC2046 # none or one word
  need $(apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/libclang-rt-\1-dev/p' | head -1)
}

# configure OPTION...: into build/ as it is, or a new one.
configure() {
  local generator=()
  [ -e build/CMakeCache.txt ] || generator=(-G Ninja)
  mkdir -p build
  cmake -S . -B build "${generator[@]}" -DCMAKE_BUILD_TYPE=Release "$@" >build/configure.log 2>&1 || {
    cat build/configure.log >&2
    fail "the build could not be configured"
  }
}

#!/usr/bin/env bash
# Runs a command with the Python of a virtual environment, made where it is missing: in_venv.sh [-r REQUIREMENTS] VENV COMMAND...
# Ends with 77, which ctest counts as skipped, where its packages cannot be had.
set -eu
requirements=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/requirements.txt
if [ "$1" = -r ]; then
  requirements=$2
  shift 2
fi
venv=$1
shift
made=$venv/made-from.txt

mkdir -p "$(dirname "$venv")"
exec 9>"$venv.lock"
flock 9  # of two tests, one makes it
if ! cmp -s "$requirements" "$made"; then
  python=$(command -v /usr/bin/python3 || command -v python3)
  if ! "$python" -m venv "$venv" >"$venv.log" 2>&1; then
    echo "skipped: $python makes no virtual environment (Debian: python3-venv)"
    exit 77
  fi
  if ! "$venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: -r "$requirements" >"$venv.log" 2>&1; then
    echo "skipped: the packages of $requirements could not be installed; is PyPI within reach?"
    tail -n 3 "$venv.log"
    exit 77
  fi
  cp "$requirements" "$made"
fi
flock -u 9
PATH=$venv/bin:$PATH exec "$@"

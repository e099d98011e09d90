#!/usr/bin/env bash
# The output in R: r_test.sh BINARY. Ends with 77, which ctest counts as skipped, where R or its packages are missing.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if ! command -v Rscript >/dev/null || ! Rscript -e 'library(jsonlite); library(data.table)' >/dev/null 2>&1; then
  echo "skipped: R with jsonlite and data.table is not there (tests/run.sh --full installs it)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" --format jsonl -o "$work/all.jsonl" examples/samples
"$1" --format csv -o "$work/all.csv" examples/samples
LC_ALL=C.UTF-8 Rscript tests/downstream/r_test.R "$work"

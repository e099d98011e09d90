#!/usr/bin/env bash
# Builds a wheel as pip does from a clone, installs it into a new virtual environment, reads a text there.
# usage: wheel_test.sh WORK_FOLDER [CMAKE_ARGUMENT...]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p "$1"
work=$(cd "$1" && pwd)
shift
rm -rf "$work/wheels" "$work/clean"

# The folder of the build stays, so that the next run compiles what is new only.
CMAKE_ARGS="$*" pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$work/wheels" --config-settings="build-dir=$work/build" ./src/python
wheels=("$work"/wheels/zhibiao-*-py3-none-*.whl)
[ ${#wheels[@]} -eq 1 ] && [ -f "${wheels[0]}" ] || { echo "not one wheel:"; ls "$work/wheels"; exit 1; }
python -m zipfile -l "${wheels[0]}" >"$work/files"
for file in zhibiao/libzhibiao.so zhibiao/__init__.py zhibiao/py.typed; do
  grep -q "^$file " "$work/files" || { echo "not in the wheel: $file"; cat "$work/files"; exit 1; }
done
if grep -E '\.(hpp|h|cmake|a|cpp)  ' "$work/files"; then
  echo "what does not belong into a wheel"
  exit 1
fi

/usr/bin/env python -m venv "$work/clean"
"$work/clean/bin/pip" install --quiet --no-index --disable-pip-version-check "${wheels[0]}"
cd "$work"  # away from the sources
said=$(env -u ZHIBIAO_LIBRARY "$work/clean/bin/python" -c '
import zhibiao
report = zhibiao.extract("2025年主要预期目标是：地区生产总值增长6%左右。")
print(zhibiao.__version__, [(seen.indicator, seen.value.lower) for seen in report.targets])
try:
    zhibiao.to_dataframe([report])
except ImportError as missing:
    print(missing.name)')
echo "$said"
wanted=$(sed -n 's/^  VERSION \([0-9.]*\)$/\1/p' "$OLDPWD/CMakeLists.txt")
[ "$said" = "$wanted [('gdp', 6)]
pandas" ] || { echo "the installed package says something else"; exit 1; }

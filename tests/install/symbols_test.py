"""What a shared library shows against the list that was agreed: symbols_test.py LIBRARY LIST [--write].

The names are those that nm shows, without parameters' spelling differences of compilers: sorted, each once."""

import pathlib
import subprocess
import sys

library, agreed = sys.argv[1:3]
shown = subprocess.run(["nm", "-D", "-C", "--defined-only", library], capture_output=True, text=True, check=True).stdout
# The name of the file that stands as an absolute symbol, and where data begin and end, are the linker's.
names = sorted({line.split(" ", 2)[2].replace("[abi:cxx11]", "") for line in shown.splitlines() if line.split(" ", 2)[1] != "A"})
if "--write" in sys.argv:
    pathlib.Path(agreed).write_text("\n".join(names) + "\n", "utf-8")
wanted = pathlib.Path(agreed).read_text("utf-8").splitlines()
for name in sorted(set(names) - set(wanted)):
    print("shown, and not agreed:", name)
for name in sorted(set(wanted) - set(names)):
    print("agreed, and not shown:", name)
sys.exit(names != wanted)

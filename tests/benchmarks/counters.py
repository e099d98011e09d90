"""Holds the counted work to its ceilings.

    python3 counters.py COUNTERS SAMPLES CEILINGS [--allocations | --instructions] [--write FILE]

COUNTERS is the program of counters.cpp, CEILINGS ceilings.json. Instructions come from the processor, or else from
callgrind; where there is neither the exit status is 77 (skipped). --write keeps the figures for the benchmarks' table.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
    sections = {}
    for line in done.stdout.splitlines():
        name, size, allocations, instructions = line.split("\t")
        sections[name] = {"bytes": int(size), "allocations": int(allocations)}
        if instructions != "-":
            sections[name]["instructions"] = int(instructions)
    return sections


def run_callgrind(command):
    with tempfile.TemporaryDirectory() as folder:
        sections = run(["valgrind", "--tool=callgrind", "--instr-atstart=no",
                        f"--callgrind-out-file={folder}/out", *command])
        for dump in Path(folder).glob("out.*"):
            text = dump.read_text(encoding="utf-8", errors="replace")
            name = re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.M)
            total = re.search(r"^(?:totals|summary): (\d+)", text, re.M)
            if name and total and name.group(1) in sections:
                sections[name.group(1)]["instructions"] = int(total.group(1))
    return sections


def measure(command, instructions):
    sections = run(command)
    if not instructions or all("instructions" in s for s in sections.values()):
        return sections
    if shutil.which("valgrind"):
        sections = run_callgrind(command)
        if all("instructions" in s for s in sections.values()):
            return sections
    return None


def figures(sections, instructions):
    out = {f"allocations a document, {name}": sections[name]["allocations"] for name in ("core", "report", "json")}
    for name in [name for name in sections if name.startswith("hostile 1 ")]:
        kind = name.removeprefix("hostile 1 ")
        small, large = sections[name], sections[f"hostile 4 {kind}"]
        times = large["bytes"] / small["bytes"]
        out[f"growth of allocations, {kind}"] = large["allocations"] / max(small["allocations"], 1) / times
        if instructions:
            out[f"growth of instructions, {kind}"] = large["instructions"] / small["instructions"] / times
    if instructions:
        for name in ("core", "report", "json"):
            out[f"instructions a byte, {name}"] = sections[name]["instructions"] / sections[name]["bytes"]
        usual = out["instructions a byte, core"]
        for name, s in sections.items():
            if name.startswith("hostile 4 "):
                kind = name.removeprefix("hostile 4 ")
                out[f"instructions a byte, {kind}"] = s["instructions"] / s["bytes"]
                out[f"work a byte against ordinary text, {kind}"] = s["instructions"] / s["bytes"] / usual
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("counters")
    parser.add_argument("samples")
    parser.add_argument("ceilings")
    parser.add_argument("--allocations", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--write")
    options = parser.parse_args()
    command = [options.counters, options.samples]
    instructions = options.instructions or not options.allocations

    sections = measure(command, instructions)
    if sections is None:
        print("skipped: no counter in the processor (perf_event_open) and no valgrind")
        return SKIPPED
    measured = figures(sections, instructions)
    if options.write:
        rows = [f"{name}\t{value:.4g}\n" for name, value in measured.items()]
        Path(options.write).write_text("".join(rows), encoding="utf-8")

    ceilings = json.loads(Path(options.ceilings).read_text(encoding="utf-8"))
    wanted = {name: row for name, row in ceilings.items()
              if ("allocations" not in name if options.instructions else
                  "allocations" in name if options.allocations else True)}
    failed = 0
    print(f"{'measured':>10} {'ceiling':>9} {'floor':>7}")
    for name, row in wanted.items():
        value = measured.get(name)
        bad = value is None or value > row["ceiling"]
        failed += bad
        shown = "missing" if value is None else f"{value:.4g}"
        print(f"{shown:>10} {row['ceiling']:>9} {row.get('floor', ''):>7}  {name}{'  ABOVE' if bad else ''}")
    unlisted = sorted(name for name in measured if name not in ceilings)
    for name in unlisted:
        print(f"{measured[name]:>10.4g} {'none':>9} {'':>7}  {name}  HAS NO CEILING")
    return 1 if failed or unlisted else 0


if __name__ == "__main__":
    sys.exit(main())

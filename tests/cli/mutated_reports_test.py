"""Mutated copies of reports, read in one run: one line each, in order, whatever came in.

usage: mutated_reports_test.py BINARY COUNT SAMPLES [CORPUS]

The reports are those below CORPUS where it is there, else those of SAMPLES. The same COUNT gives the same copies.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

HOSTILE = [b"\0", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\r", b"\x1b[31m", b"\xe3\x80",
           "９".encode(), "。".encode(), "亿元".encode(), "增长5%，".encode(), "分别".encode(), b"<script>", b"0" * 300]


def place(chance, report):
    """Three times in four between two characters: a copy that is UTF-8 no more is refused, and tells little else."""
    at = chance.randrange(len(report) + 1)
    if chance.random() < 0.75:
        while at < len(report) and report[at] & 0xC0 == 0x80:
            at += 1
    return at


def stretch(chance, report, longest):
    begin, length = place(chance, report), chance.randrange(1, longest)
    return begin, begin + place(chance, report[begin : begin + length])


def flip(chance, report, _):
    out = bytearray(report)
    for _ in range(chance.choice((1, 1, 3, 30))):
        if out:
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def cut(chance, report, _):
    begin, end = stretch(chance, report, max(2, len(report)))
    return report[begin:end] if chance.random() < 0.5 else report[:begin] + report[end:]


def splice(chance, report, reports):
    other = chance.choice(reports)
    return report[: place(chance, report)] + other[place(chance, other) :]


def repeat(chance, report, _):
    begin, end = stretch(chance, report, chance.choice((8, 200, 2000)))
    return report[:begin] + report[begin:end] * chance.choice((2, 2, 5, 40)) + report[end:]


def insert(chance, report, _):
    for _ in range(chance.choice((1, 1, 5))):
        at = place(chance, report)
        report = report[:at] + chance.choice(HOSTILE) + report[at:]
    return report


def shuffle(chance, report, _):
    parts = report.split("。".encode())
    chance.shuffle(parts)
    return "。".encode().join(parts)


def mutated(chance, reports):
    report = chance.choice(reports)
    for _ in range(chance.choice((1, 1, 2, 4))):
        report = chance.choice((flip, cut, cut, splice, splice, repeat, repeat, insert, shuffle, shuffle))(chance, report, reports)
    return report[: 200_000]


def flaw_of(line, path, content):
    value = json.loads(line)
    if value["source"]["path"] != str(path):
        return f"expected {path}, found {value['source']['path']}"
    if "error" in value:
        return None if value["error"]["code"] and value["error"]["message"] else "an error that says nothing"
    if value["source"]["offsets"] != "file":
        return None
    for seen in value["observations"] + value["relative_targets"]:
        evidence = seen["evidence"]
        if content[evidence["start"] : evidence["end"]].decode() != evidence["text"]:
            return f"the evidence is not what stands there: {evidence}"
    return None


def main():
    binary, count, samples = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    corpus = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None
    source = corpus if corpus and corpus.is_dir() else samples
    reports = [path.read_bytes() for path in sorted(source.rglob("*.txt"))]
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, "in", f"{i:05}.txt") for i in range(count)]
        paths[0].parent.mkdir()
        for path in paths:
            path.write_bytes(mutated(chance, reports))
        output = pathlib.Path(folder, "out.jsonl")
        done = subprocess.run([binary, "--format", "jsonl", "--jobs", "2", "-o", str(output), str(paths[0].parent)],
                              stderr=subprocess.PIPE, text=True, errors="replace")
        if done.returncode not in (0, 1, 2) or "Sanitizer" in done.stderr or "runtime error" in done.stderr or not output.exists():
            kept = pathlib.Path("mutated-failure.log").resolve()
            kept.write_text(done.stderr, "utf-8")
            sys.exit(f"exit code {done.returncode}; see {kept}")
        lines = output.read_bytes().split(b"\n")
        if lines.pop() != b"" or len(lines) != count:
            sys.exit(f"{count} reports, {len(lines)} lines")
        refused = 0
        for line, path in zip(lines, paths):
            refused += b'"error":{' in line
            if flaw := flaw_of(line, path, path.read_bytes()):
                sys.exit(f"{path.name}: {flaw}")
    print(f"{count} mutated copies of {len(reports)} reports from {source}: {count - refused} read, {refused} refused")


if __name__ == "__main__":
    main()

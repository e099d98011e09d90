"""The blocks of examples/recipes/README.md as they stand, against one process."""

import json
import os
import pathlib
import shutil
import subprocess

import conftest
import pytest

PAGE = (conftest.ROOT / "examples/recipes/README.md").read_text("utf-8")


def block(start):
    """The indented lines of the page from the one that begins so."""
    lines = PAGE.splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("    " + start))
    taken = lines[first:]
    end = next(i for i, line in enumerate(taken) if not line.startswith("    "))
    return "\n".join(line[4:] for line in taken[:end])


@pytest.fixture
def bash(tmp_path):
    """Runs lines in a folder that has the examples, reports/ and reports.jsonl."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/zhibiao").symlink_to(pathlib.Path(os.environ["ZHIBIAO_BINARY"]).resolve())
    (tmp_path / "examples").symlink_to(conftest.ROOT / "examples")
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}

    def run(lines):
        return subprocess.run(["bash", "-euo", "pipefail", "-c", lines], cwd=tmp_path, env=environment, capture_output=True,
                              text=True, check=True).stdout

    run(block("mkdir -p reports"))
    return run


def parallel():
    found = shutil.which("parallel")
    return found and "GNU parallel" in subprocess.run([found, "--version"], capture_output=True, text=True).stdout


@pytest.mark.skipif(not parallel(), reason="GNU parallel is not there")
class TestParallel:
    def test_files(self, bash):
        bash(block("find reports"))
        lines = bash("cat all.jsonl")
        assert lines == bash("zhibiao --format jsonl reports/*.txt") and lines.count("\n") > 5

    def test_lines(self, bash):
        """Of many blocks, so that there are many processes; one input of them fails."""
        bash("""for i in $(seq 40); do cat reports.jsonl; done > many
                echo '{"id": "broken", "text": "a\\u0000b"}' >> many; mv many reports.jsonl""")
        line = block("parallel --pipepart")
        assert "--block 10M" in line
        bash(line.replace("10M", "100k") + " || test $? -eq 1")
        lines = bash("cat all.jsonl")
        assert lines == bash("zhibiao --input jsonl --format jsonl reports.jsonl || test $? -eq 2")
        assert lines.count("\n") == bash("cat reports.jsonl").count("\n") > 400
        last = json.loads(lines.splitlines()[-1])
        assert last["source"]["id"] == "broken" and "error" in last


def test_duckdb(bash, growth_targets):
    bash(block("zhibiao --format jsonl -o").splitlines()[0])
    shown = bash(block("python3 -c 'import duckdb"))
    assert all(str(year) in shown and (region or "NULL") in shown for region, year, _, _ in growth_targets)

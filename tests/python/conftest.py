"""What the tests of the package share. ZHIBIAO_BINARY is the command line of the same build."""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "examples/samples"
SHARED = ROOT.parent / "shared/corpus"


@pytest.fixture
def binary():
    path = os.environ.get("ZHIBIAO_BINARY")
    if not path:
        pytest.skip("ZHIBIAO_BINARY is not set")

    def run(*words):
        done = subprocess.run([path, *map(str, words)], capture_output=True)
        assert done.returncode in (0, 1, 2), done.stderr
        return done.stdout.decode()

    return run


@pytest.fixture
def lines(binary):
    """The objects of the command line's JSON Lines."""
    return lambda *words: [json.loads(line) for line in binary("--format", "jsonl", *words).split("\n") if line]

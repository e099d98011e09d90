"""What the tests of the programs behind the output share: the samples as the command line writes them."""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "examples/samples"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with all.jsonl and all.csv."""
    made = tmp_path_factory.mktemp("output")
    for kind in ("jsonl", "csv"):
        subprocess.run([os.environ["ZHIBIAO_BINARY"], "--format", kind, "-o", made / f"all.{kind}", SAMPLES], check=True)
    return made


@pytest.fixture(scope="session")
def reports(folder):
    return [json.loads(line) for line in (folder / "all.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def rows(reports):
    """What the columns of the CSV must hold, as Python's own values."""
    made = []
    for report in reports:
        head = {**flat(report["source"], "source_"), **flat(report["document"], "document_")}
        made += [{**head, **flat(seen), "generator_lexicon": report["generator"]["lexicon"]} for seen in report["observations"]]
    assert len(made) > 20 and any(row["scope"] is None for row in made) and any(row["scope"] for row in made)
    return made


@pytest.fixture(scope="session")
def growth_targets(reports):
    """(region, year, lower, upper) of the growth targets of the whole region, by year and region."""
    made = [(report["document"]["region"], int(seen["period"]), seen["value"]["lower"], seen["value"]["upper"])
            for report in reports for seen in report["observations"]
            if (seen["indicator"], seen["measure"], seen["status"], seen["scope"]) == ("gdp", "growth_rate", "target", None)]
    assert len(made) > 2
    return sorted(made, key=lambda row: (row[1], row[0] is None, row[0], row[2]))


def flat(values, prefix=""):
    made = {}
    for name, value in values.items():
        made.update(flat(value, f"{prefix}{name}_") if isinstance(value, dict) else {prefix + name: value})
    return made


INTEGERS = ("source_bytes", "document_review_year", "document_plan_year", "evidence_start", "evidence_end")
TEXTS = ("period", "base_period", "generator_lexicon", "document_date")  # that look like numbers or dates
NUMBERS = ("value_lower", "value_upper")


def check_rows(seen, rows):
    """Rows of a program against those of the contract; `seen` has None for null."""
    assert len(seen) == len(rows)
    for one, wanted in zip(seen, rows):
        assert list(one) == list(wanted)
        for name, value in wanted.items():
            assert one[name] == value and (value is None) == (one[name] is None), name

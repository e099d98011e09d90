import conftest
import duckdb
import pytest

TEXTS = dict.fromkeys(conftest.TEXTS, "VARCHAR")

SOURCE = "read_json_auto('all.jsonl', maximum_object_size = 67108864)"
GROWTH_TARGETS = (conftest.ROOT / "examples/recipes/growth_targets.sql").read_text("utf-8")
assert SOURCE in GROWTH_TARGETS


@pytest.fixture
def base(folder, monkeypatch):
    monkeypatch.chdir(folder)
    return duckdb.connect()


def dicts(relation):
    return [dict(zip(relation.columns, row)) for row in relation.fetchall()]


def test_csv(base, rows):
    relation = base.sql(f"FROM read_csv('all.csv', types={TEXTS})")
    conftest.check_rows(dicts(relation), rows)
    types = dict(zip(relation.columns, map(str, relation.types)))
    assert types["extension"] == "BOOLEAN" and types["label_zh"] == "VARCHAR"
    assert all(types[name] == "BIGINT" for name in conftest.INTEGERS)
    assert all(types[name] in ("DOUBLE", "BIGINT") for name in conftest.NUMBERS)


def test_csv_as_it_is(base, rows):
    relation = base.sql("SELECT period, document_date, scope, label_zh FROM 'all.csv'")
    types = dict(zip(relation.columns, map(str, relation.types)))
    assert types["document_date"] == "DATE"
    assert [row[2:] for row in relation.fetchall()] == [(row["scope"], row["label_zh"]) for row in rows]


def test_json_lines(base, reports, rows):
    relation = base.sql("FROM read_json_auto('all.jsonl')")
    assert relation.columns == list(reports[0])
    seen = base.sql("SELECT document.region AS region, unnest(observations, recursive := true) FROM read_json_auto('all.jsonl')")
    assert [(row["region"], row["zh"], row["lower"], row["upper"], row["scope"], row["extension"]) for row in dicts(seen)] == [
        tuple(row[name] for name in ("document_region", "label_zh", "value_lower", "value_upper", "scope", "extension")) for row in rows]


def test_growth_targets(base, growth_targets):
    rows = dicts(base.sql(GROWTH_TARGETS))
    assert [(row["region"], int(row["year"]), row["lower"], row["upper"]) for row in rows] == growth_targets
    assert all(row["evidence"] and row["bound"] for row in rows)


def test_parquet_goes_and_comes_back(base, rows):
    base.sql(f"COPY (FROM read_csv('all.csv', types={TEXTS})) "
             "TO 'all.parquet' (FORMAT parquet)")
    conftest.check_rows(dicts(base.sql("FROM 'all.parquet'")), rows)
    base.sql("COPY (FROM read_json_auto('all.jsonl')) TO 'reports.parquet' (FORMAT parquet)")
    assert base.sql(GROWTH_TARGETS.replace(SOURCE, "'reports.parquet'")).fetchall() == base.sql(
        GROWTH_TARGETS).fetchall()

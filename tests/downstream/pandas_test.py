import conftest
import pandas


def of(frame):
    return [{name: None if not isinstance(value, (list, dict)) and pandas.isna(value) else value for name, value in row.items()}
            for row in frame.astype(object).to_dict("records")]


def test_csv(folder, rows):
    frame = pandas.read_csv(folder / "all.csv", dtype=dict.fromkeys(conftest.TEXTS, "string"))
    conftest.check_rows(of(frame), rows)
    assert frame["extension"].dtype == bool
    assert all(pandas.api.types.is_numeric_dtype(frame[name]) for name in conftest.INTEGERS + conftest.NUMBERS)


def test_csv_as_it_is(folder, rows):
    """Without a word on types a column of years alone is read as numbers; all else is the same."""
    frame = pandas.read_csv(folder / "all.csv")
    for name in ("label_zh", "evidence_text", "value_text", "indicator"):
        assert list(frame[name]) == [row[name] for row in rows]
    assert frame["scope"].isna().tolist() == [row["scope"] is None for row in rows]
    assert frame["value_lower"].isna().tolist() == [row["value_lower"] is None for row in rows]


def test_json_lines(folder, reports, rows):
    frame = pandas.read_json(folder / "all.jsonl", lines=True)
    assert len(frame) == len(reports) and list(frame.columns) == list(reports[0])
    assert frame["document"].tolist() == [report["document"] for report in reports]
    flat = pandas.json_normalize(reports, "observations", [["document", "region"], ["document", "plan_year"]], sep="_")
    assert flat["label_zh"].tolist() == [row["label_zh"] for row in rows]
    assert flat["value_lower"].isna().tolist() == [row["value_lower"] is None for row in rows]
    assert [None if pandas.isna(name) else name for name in flat["document_region"]] == [row["document_region"] for row in rows]


def test_growth_targets(folder, growth_targets):
    frame = pandas.read_csv(folder / "all.csv", dtype={"period": "string"})
    goals = frame[(frame.indicator == "gdp") & (frame.measure == "growth_rate") & (frame.status == "target") & frame.scope.isna()]
    goals = goals.sort_values(["period", "document_region", "value_lower"])
    seen = [(None if pandas.isna(row.document_region) else row.document_region, int(row.period), row.value_lower, None if pandas.isna(row.value_upper) else row.value_upper)
            for row in goals.itertuples()]
    assert seen == growth_targets

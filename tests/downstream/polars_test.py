import conftest
import polars


def test_csv(folder, rows):
    frame = polars.read_csv(folder / "all.csv", schema_overrides=dict.fromkeys(conftest.TEXTS, polars.String))
    conftest.check_rows([row for row in frame.select(polars.exclude("source_id")).iter_rows(named=True)],
                        [{name: value for name, value in row.items() if name != "source_id"} for row in rows])
    assert frame["source_id"].is_null().all()
    assert frame.schema["extension"] == polars.Boolean
    assert all(frame.schema[name] == polars.Int64 for name in conftest.INTEGERS)
    assert all(frame.schema[name].is_numeric() for name in conftest.NUMBERS)


def test_json_lines(folder, reports, rows):
    frame = polars.read_ndjson(folder / "all.jsonl")
    assert frame.columns == list(reports[0])
    seen = frame.select("document", "observations").explode("observations").unnest("observations")
    seen = seen.with_columns(polars.col("label").struct.field("zh"), polars.col("value").struct.field("lower"),
                             polars.col("document").struct.field("region"))
    assert seen["zh"].to_list() == [row["label_zh"] for row in rows]
    assert seen["lower"].to_list() == [row["value_lower"] for row in rows]
    assert seen["region"].to_list() == [row["document_region"] for row in rows]
    assert seen["scope"].to_list() == [row["scope"] for row in rows]
    assert seen.schema["extension"] == polars.Boolean and seen.schema["lower"].is_numeric()


def test_growth_targets(folder, growth_targets):
    goals = (polars.scan_csv(folder / "all.csv", schema_overrides={"period": polars.String})
             .filter(indicator="gdp", measure="growth_rate", status="target").filter(polars.col("scope").is_null())
             .sort("period", "document_region", "value_lower", nulls_last=True)
             .select("document_region", polars.col("period").cast(int), "value_lower", "value_upper").collect())
    assert goals.rows() == growth_targets

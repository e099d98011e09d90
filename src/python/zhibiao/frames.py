"""Reports as tables: one row an observation, the columns of --format csv. Needs pandas; Parquet needs pyarrow."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Mapping, Tuple, Union, get_type_hints

from .errors import Failure
from .report import Document, Observation, Report, Source

if TYPE_CHECKING:
    import pandas

_INTEGERS = {"source_bytes", "document_review_year", "document_plan_year", "evidence_start", "evidence_end"}
_FLOATS = {"value_lower", "value_upper"}


def to_dataframe(reports: Union[Report, Iterable[Union[Report, Failure]]]) -> pandas.DataFrame:
    """One row an observation. Numbers are float64 or Int64, `extension` is boolean, all else string; what is unknown is NA.

    A Failure among the reports is raised as its error; leave it out beforehand where that is what you want."""
    import pandas

    rows = [row for report in ([reports] if isinstance(reports, Report) else reports) for row in _rows(report)]
    columns = list(rows[0]) if rows else _columns()
    return pandas.DataFrame({
        name: pandas.Series([row.get(name) for row in rows], dtype=_type(name)) for name in columns})


def to_parquet(reports: Union[Report, Iterable[Union[Report, Failure]]], path: Union[str, os.PathLike[str]]) -> None:
    """The same as a Parquet file."""
    to_dataframe(reports).to_parquet(path, engine="pyarrow", index=False)


def _type(column: str) -> Any:
    if column in _INTEGERS:
        return "Int64"
    if column in _FLOATS:
        return "float64"
    return "boolean" if column == "extension" else "string"


def _rows(report: Union[Report, Failure]) -> Iterator[Dict[str, Any]]:
    if isinstance(report, Failure):
        raise report.error()
    made = report.to_dict()
    head = dict([*_flat("source_", made["source"]), *_flat("document_", made["document"])])
    for seen in made["observations"]:
        yield {**head, **dict(_flat("", seen)), "generator_lexicon": made["generator"]["lexicon"]}


def _flat(prefix: str, values: Mapping[str, Any]) -> Iterator[Tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{name}_", value)
        else:
            yield prefix + name, value


def _columns() -> List[str]:
    """Those of a table without rows."""
    return [*_fields("source_", Source), *_fields("document_", Document), *_fields("", Observation), "generator_lexicon"]


def _fields(prefix: str, cls: Any) -> Iterator[str]:
    hints = get_type_hints(cls)
    for field in dataclasses.fields(cls):
        if dataclasses.is_dataclass(hints[field.name]):
            yield from _fields(f"{prefix}{field.name}_", hints[field.name])
        else:
            yield prefix + field.name

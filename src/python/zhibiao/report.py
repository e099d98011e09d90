"""What zhibiao says about one text, as frozen dataclasses: the keys of report.schema.json, in its order.

Offsets (`start`, `end`) count bytes of UTF-8, half open: `text.encode()[start:end].decode()`. Of web pages and of other
encodings than UTF-8 they count in `zhibiao.decode(data)`; `source.offsets` says which ("file" or "text").
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Dict, Literal, Mapping, Optional, Tuple, Union

Number = Union[int, float]
Measure = Literal["level", "growth_rate", "average_growth_rate", "change", "ratio"]
Status = Literal["actual", "estimate", "target"]
Commitment = Literal["expected", "strive", "ensure"]
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
Relation = Literal["in_step", "above", "at_least", "below", "stretch"]


@dataclass(frozen=True)
class Generator:
    name: str
    version: str
    lexicon: str


@dataclass(frozen=True)
class Source:
    path: Optional[str]
    id: Optional[str]
    encoding: str
    bytes: int
    offsets: Literal["file", "text"]


@dataclass(frozen=True)
class Document:
    title: Optional[str]
    region: Optional[str]
    date: Optional[str]
    review_year: Optional[int]
    plan_year: Optional[int]
    language: str
    region_code: Optional[str]
    region_superior: Optional[str]


@dataclass(frozen=True)
class Label:
    zh: str
    en: str


@dataclass(frozen=True)
class Value:
    """An interval with the word that made it: 7%以上 is at_least, lower 7, upper None. In base units."""

    bound: Bound
    lower: Optional[Number]
    upper: Optional[Number]
    unit: str
    text: str


@dataclass(frozen=True)
class Evidence:
    start: int
    end: int
    text: str
    mention: str
    section: Optional[str]


@dataclass(frozen=True)
class Observation:
    indicator: str
    extension: bool
    label: Label
    measure: Measure
    status: Status
    commitment: Optional[Commitment]
    value: Value
    period: Optional[str]
    base_period: Optional[str]
    scope: Optional[str]
    evidence: Evidence
    rule: str


@dataclass(frozen=True)
class RelativeTarget:
    """A goal without a number that ties an indicator to something else."""

    indicator: str
    relation: Relation
    reference: Optional[str]
    period: Optional[str]
    commitment: Commitment
    evidence: Evidence


@dataclass(frozen=True)
class Note:
    """A clause that names an indicator and holds a number, and was left out: why."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    schema_version: str
    generator: Generator
    source: Source
    document: Document
    observations: Tuple[Observation, ...]
    relative_targets: Tuple[RelativeTarget, ...]
    notes: Tuple[Note, ...]
    _json: str = field(repr=False, compare=False)

    @property
    def targets(self) -> Tuple[Observation, ...]:
        """The observations that are goals."""
        return tuple(seen for seen in self.observations if seen.status == "target")

    def to_json(self) -> str:
        """The line that the command line writes, exact to the byte."""
        return self._json

    def to_dict(self) -> Dict[str, Any]:
        """The same as a dictionary of one's own, also with keys that a later minor version of the contract adds."""
        made: Dict[str, Any] = json.loads(self._json)
        return made

    @classmethod
    def from_json(cls, line: str) -> Report:
        """A line of JSON Lines that the command line wrote. ValueError where it is no report."""
        made = json.loads(line)
        if not isinstance(made, dict) or "schema_version" not in made:
            raise ValueError("not a report")
        try:
            return cls(
                schema_version=made["schema_version"],
                generator=_make(Generator, made["generator"]),
                source=_make(Source, made["source"]),
                document=_make(Document, made["document"]),
                observations=tuple(
                    _make(Observation, seen, label=_make(Label, seen["label"]), value=_make(Value, seen["value"]),
                          evidence=_make(Evidence, seen["evidence"]))
                    for seen in made["observations"]),
                relative_targets=tuple(
                    _make(RelativeTarget, seen, evidence=_make(Evidence, seen["evidence"])) for seen in made["relative_targets"]),
                notes=tuple(_make(Note, note) for note in made["notes"]),
                _json=line.rstrip("\r\n"))
        except (KeyError, TypeError) as missing:
            raise ValueError(f"not a report: {missing}") from missing


def _make(cls: Any, values: Mapping[str, Any], **parts: Any) -> Any:
    """Keys that the class does not know are of a later version, and left."""
    return cls(**{name: parts[name] if name in parts else values[name] for name in cls.__dataclass_fields__})

"""What can go wrong, with codes that are never renumbered (zhibiao.h)."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ErrorCode(enum.IntEnum):
    """Codes of zhibiao.h; `name.lower()` stands in JSON."""

    INVALID_UTF8 = 1
    UNKNOWN_ENCODING = 2
    UNSUPPORTED_INPUT = 3
    INPUT_TOO_LARGE = 4
    BROKEN_LEXICON = 5
    BROKEN_JSON = 6
    IO = 7
    DEFECT = 8
    INVALID_ARGUMENT = 100
    OUT_OF_MEMORY = 101
    INTERNAL = 102


class ZhibiaoError(Exception):
    """An input or a lexicon that could not be used. `code` is for programs, the message for people."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.message} ({self.code.name.lower()})"


@dataclass(frozen=True)
class Failure:
    """A file that gave no report: a value like the others, in its place among them."""

    path: str
    code: ErrorCode
    message: str

    def error(self) -> ZhibiaoError:
        return ZhibiaoError(self.code, f"{self.path}: {self.message}")

"""Texts and files to reports."""

from __future__ import annotations

import ctypes
import json
import os
import pathlib
import threading
from typing import Iterable, Iterator, Optional, Sequence, Union

from ._library import END, OK, Handle, Lexicon, ask, call, failure, library
from .errors import ErrorCode, Failure, ZhibiaoError
from .report import Report

Path = Union[str, "os.PathLike[str]"]


class Extractor:
    """Reads texts. Any number of threads may share one; other Python threads run while it reads.

    `lexicons` are JSON files of indicators of your own (src/lexicon/README.md), added to the built-in ones in this order.
    """

    def __init__(self, lexicons: Sequence[Path] = ()) -> None:
        if isinstance(lexicons, (str, os.PathLike)):
            raise TypeError("lexicons is a list of files")
        own = (Lexicon * len(lexicons))()
        for i, path in enumerate(lexicons):
            data = _bytes_of(path)
            own[i] = Lexicon(data, len(data), os.fsencode(path))
        self._handle = Handle(library.zhibiao_free)
        ask(library.zhibiao_create, own, len(own), ctypes.byref(self._handle.pointer))

    @property
    def lexicon_version(self) -> str:
        version: bytes = library.zhibiao_lexicon_version(self._handle.pointer)
        return version.decode()

    def extract(self, text: Union[str, bytes]) -> Report:
        """The report of a text, or of the bytes of a file: UTF-8, UTF-16, GB18030, Big5, web pages."""
        if isinstance(text, str):
            data = _encoded(text)
            return Report.from_json(ask(library.zhibiao_extract, self._handle.pointer, data, len(data)))
        if isinstance(text, bytes):
            return Report.from_json(ask(library.zhibiao_extract_bytes, self._handle.pointer, text, len(text)))
        raise TypeError(f"a text is str or bytes, not {type(text).__name__}")

    def extract_files(self, paths: Union[Path, Iterable[Path]], jobs: int = 0, max_bytes: int = 0) -> Iterator[Union[Report, Failure]]:
        """The reports of files and folders, one after the other in their order, made by `jobs` threads of the library
        (0: one a processor). Folders are walked for *.txt, *.text, *.md, *.htm and *.html, as on the command line. A file that
        cannot be read gives a Failure in its place. `max_bytes` of one file, 0: 256 MiB."""
        if jobs < 0 or max_bytes < 0:
            raise ValueError("jobs and max_bytes are not negative")
        names = [os.fsencode(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
        if any(b"\0" in name for name in names):
            raise ValueError("a NUL in a path")
        files = Handle(library.zhibiao_free_files)
        ask(library.zhibiao_open_files, self._handle.pointer, (ctypes.c_char_p * len(names))(*names), len(names), jobs, max_bytes,
            ctypes.byref(files.pointer))
        return _reports(files)


def _reports(files: Handle) -> Iterator[Union[Report, Failure]]:
    try:
        while True:
            code, line = call(library.zhibiao_next, files.pointer)
            if code == END:
                return
            if code == OK:
                yield Report.from_json(line)
            elif code >= ErrorCode.INVALID_ARGUMENT:
                raise failure(code, line)
            else:
                made = json.loads(line)
                yield Failure(made["source"]["path"], ErrorCode(code), made["error"]["message"])
    finally:
        files.close()


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise ZhibiaoError(ErrorCode.INVALID_UTF8, f"a lone surrogate at character {error.start}") from error


def _bytes_of(path: Path) -> bytes:
    try:
        return pathlib.Path(path).read_bytes()
    except OSError as error:
        raise ZhibiaoError(ErrorCode.IO, f"{os.fspath(path)}: {error.strerror}") from error


_shared: Optional[Extractor] = None
_lock = threading.Lock()


def _built_in() -> Extractor:
    """Made at the first use, then shared."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = Extractor()
        return _shared


def extract(text: Union[str, bytes]) -> Report:
    """The report of a text, read with the built-in lexicon. See Extractor.extract."""
    return _built_in().extract(text)


def extract_files(paths: Union[Path, Iterable[Path]], jobs: int = 0, max_bytes: int = 0) -> Iterator[Union[Report, Failure]]:
    """The reports of files and folders, read with the built-in lexicon. See Extractor.extract_files."""
    return _built_in().extract_files(paths, jobs, max_bytes)


def decode(data: bytes) -> str:
    """The text that extract(data) reads: decoded, and of a web page what people read."""
    return ask(library.zhibiao_decode, data, len(data))

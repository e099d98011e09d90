"""The C interface (zhibiao.h) by ctypes, which lets other Python threads run while a call lasts."""

from __future__ import annotations

import ctypes
import os
import pathlib
from typing import Any, Optional, Tuple

from .errors import ErrorCode, ZhibiaoError

END, OK = -1, 0


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]


class Lexicon(ctypes.Structure):
    _fields_ = [("json", ctypes.c_char_p), ("length", ctypes.c_size_t), ("name", ctypes.c_char_p)]


def _load() -> Any:
    path = os.environ.get("ZHIBIAO_LIBRARY")  # another build of it, for its own tests
    library = ctypes.CDLL(path or str(pathlib.Path(__file__).with_name("libzhibiao.so")))
    handle, size, text = ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER(Text)
    signatures = {
        "zhibiao_version": (ctypes.c_char_p, []),
        "zhibiao_lexicon_version": (ctypes.c_char_p, [handle]),
        "zhibiao_create": (ctypes.c_int, [ctypes.POINTER(Lexicon), size, ctypes.POINTER(handle), text]),
        "zhibiao_extract": (ctypes.c_int, [handle, ctypes.c_char_p, size, text]),
        "zhibiao_extract_bytes": (ctypes.c_int, [handle, ctypes.c_char_p, size, text]),
        "zhibiao_decode": (ctypes.c_int, [ctypes.c_char_p, size, text]),
        "zhibiao_open_files": (ctypes.c_int, [handle, ctypes.POINTER(ctypes.c_char_p), size, ctypes.c_uint, size,
                                              ctypes.POINTER(handle), text]),
        "zhibiao_next": (ctypes.c_int, [handle, text]),
        "zhibiao_free": (None, [handle]),
        "zhibiao_free_files": (None, [handle]),
        "zhibiao_free_text": (None, [text]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


library = _load()


def call(function: Any, *arguments: Any) -> Tuple[int, str]:
    """The code, and the words that came with it."""
    text = Text()
    try:
        code: int = function(*arguments, ctypes.byref(text))
        return code, ctypes.string_at(text.data, text.length).decode("utf-8", "replace") if text.data else ""
    finally:
        library.zhibiao_free_text(ctypes.byref(text))


def failure(code: int, message: str) -> Exception:
    known = ErrorCode(code)
    return MemoryError(message) if known is ErrorCode.OUT_OF_MEMORY else ZhibiaoError(known, message)


def ask(function: Any, *arguments: Any) -> str:
    """The answer; raises where there is none."""
    code, words = call(function, *arguments)
    if code != OK:
        raise failure(code, words)
    return words


class Handle:
    """Something of the library's that is given back when nothing needs it any more."""

    def __init__(self, free: Any) -> None:
        self.pointer = ctypes.c_void_p()
        self._free = free

    def close(self) -> None:
        pointer, self.pointer = self.pointer, ctypes.c_void_p()
        if pointer and self._free is not None:
            self._free(pointer)

    def __del__(self) -> None:
        self.close()


def version() -> str:
    said: Optional[bytes] = library.zhibiao_version()
    return (said or b"").decode()

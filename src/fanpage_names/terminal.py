"""Standard output as it is: a terminal or a pipe, its code page, its width, whether colours are wanted."""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
import unicodedata
from typing import IO, TextIO

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONES_APART = "tones-apart"


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """Return the width of the terminal in columns; 80 where it tells none."""
    import shutil

    return shutil.get_terminal_size().columns


def wants_color(no_color: bool = False) -> bool:
    """Whether standard output should have colours.

    Args:
        no_color: the user's `--no-color`; `NO_COLOR` (no-color.org), `TERM=dumb` and a pipe say no as well.
    """
    refused = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not refused and is_terminal()


def can_rewrite_lines(stream: IO[str]) -> bool:
    """Whether a line written to `stream` can be written over: on a terminal that is not a dumb one."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def utf8_stdout() -> TextIO:
    """Return standard output, made ready for any text.

    Into a pipe or file go UTF-8 bytes with line ends as written; a pipe gets each line at once. A terminal
    keeps its own code page; `lacking` says what becomes of letters that it does not have.
    """
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if stream.isatty():
        stream.reconfigure(errors=lacking(stream.encoding))
    else:
        at_once = not _is_regular_file(stream)
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="", line_buffering=at_once)
    return stream


def lacking(code_page: str) -> str:
    """Return the name of what a codec does with letters that a terminal's code page has not: they become "?".

    Windows-1258 writes Vietnamese with the tone mark after its letter (Unicode, mappings of vendors): letters that
    it has in two pieces only are given to it in two pieces.
    """
    if codecs.lookup(code_page).name != "cp1258":
        return "replace"
    codecs.register_error(_TONES_APART, _with_tones_apart)
    return _TONES_APART


def shows_vietnamese(stream: TextIO) -> bool:
    """Whether every Vietnamese letter gets through `stream`."""
    code_page = stream.encoding or "utf-8"
    return "ệ".encode(code_page, lacking(code_page)) != b"?"


def _with_tones_apart(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    pieces = unicodedata.normalize("NFD", fault.object[fault.start])
    tone = next((mark for mark in pieces if mark in _TONES), "")
    apart = unicodedata.normalize("NFC", pieces.replace(tone, "")) + tone
    return (apart if apart.encode("cp1258", "ignore").decode("cp1258") == apart else "?"), fault.start + 1


def _is_regular_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # a stream without a descriptor, such as one that a test put in place
        return False

"""Standard output as it is: a terminal or a pipe, its code page, its width, whether colours are wanted."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import TextIO


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


def utf8_stdout() -> TextIO:
    """Return standard output, made ready for any text.

    Into a pipe or file go UTF-8 bytes with line ends as written; a pipe gets each line at once. A terminal
    keeps its own code page, and letters that it does not have become "?".
    """
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        at_once = not _is_regular_file(stream)
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="", line_buffering=at_once)
    return stream


def _is_regular_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # a stream without a descriptor, such as one that a test put in place
        return False

"""What is said on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable

PROGRAM = "fanpage-names"
FAILED = 2
"""Exit status of work that could not be done."""


def tell(lines: Iterable[str]) -> None:
    """Print each line on stderr after the program's name; what a file is called or holds moves no cursor."""
    for line in lines:
        print(f"{PROGRAM}: {shown(line)}", file=sys.stderr)


def shown(line: str) -> str:
    """Return a line so that no letter of it commands a terminal."""
    if line.isprintable():
        return line
    from fanpage_names.tables.writing import printable

    return printable(line)

"""Tables drawn on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING

from fanpage_names.tables.formats import Options
from fanpage_names.terminal import can_rewrite_lines

if TYPE_CHECKING:
    from rich.text import Text

_READABLE = 16
"""Letters of a word that a column must have room for; longer ones (user names) may be broken."""


def draw(
    columns: Sequence[str],
    rows: Iterable[Sequence[str | Text]],
    stream: IO[str],
    options: Options,
    *,
    ratios: Sequence[int] | None = None,
) -> None:
    """Draw a table no wider than the terminal, or, where that is too narrow for it, a line for each cell.

    All rows are read first. Without colours, what a `Text` has bold or underlined stays so.

    Args:
        columns: the headings.
        rows: cells without control characters; a `Text` of Rich keeps its styles where colours are wanted.
        stream: the terminal.
        options: its width, and whether colours are wanted.
        ratios: shares of the whole width; without them columns are as wide as they need.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    if ratios is None and _too_narrow(columns, rows, options.width):
        _write_records(columns, rows, stream)
        return
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=ratios is not None)
    shares: Sequence[int | None] = ratios or [None] * len(columns)
    for heading, ratio in zip(columns, shares, strict=True):
        table.add_column(Text(heading), ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    styled = options.color or can_rewrite_lines(stream)
    Console(file=stream, width=options.width, force_terminal=styled, no_color=not options.color).print(table)


def _too_narrow(columns: Sequence[str], rows: Iterable[Sequence[str | Text]], width: int | None) -> bool:
    """Whether columns side by side would have to break words much shorter than the terminal is wide."""
    longest = [max(map(len, re.split(r"[\s_]", heading))) for heading in columns]
    for row in rows:
        longest = [max(so_far, *map(len, str(cell).split()), 0) for so_far, cell in zip(longest, row, strict=True)]
    return width is not None and sum(min(word, _READABLE) + 1 for word in longest) > width


def _write_records(columns: Sequence[str], rows: Iterable[Sequence[str | Text]], stream: IO[str]) -> None:
    """Write each row as lines of heading and cell, empty ones left out, a blank line between rows."""
    headings = [" ".join(heading.split()) for heading in columns]
    room = max(map(len, headings))
    for number, row in enumerate(rows):
        stream.write("\n" if number else "")
        for heading, cell in zip(headings, map(str, row), strict=True):
            stream.write(f"{heading:{room}}  {cell}\n" if cell else "")

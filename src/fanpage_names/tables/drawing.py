"""Tables drawn on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import IO, TYPE_CHECKING

from fanpage_names.tables.formats import Options
from fanpage_names.terminal import can_rewrite_lines

if TYPE_CHECKING:
    from rich.text import Text

_READABLE = 16
"""Letters of a word that a column must have room for; longer ones (user names) may be broken."""

_SIDE_BY_SIDE = 14
"""So many letters make lines of a text that can be read."""

_BETWEEN = 2  # spaces between columns

_LONG_WORD = re.compile(r"\S+")
_AFTER = re.compile(r"(?<=[/?&=._\-])")
"""Where a word too long for its column is broken, if it can be: an address, a user name, a file's name."""


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
        ratios: shares of the whole width, 0 for a column as wide as its longest cell; without them all columns are as
            wide as they need.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    widths: Sequence[int | None] = [None] * len(columns)
    if ratios is not None:
        widths = _widths(columns, rows, ratios, options.width)
    elif options.width is not None:
        columns, rows = _filled(columns, rows)
        room = options.width - _BETWEEN * (len(columns) - 1)
        words, wanted = _longest_words(columns, rows), _longest_cells(columns, rows)
        least = next((least for least in _leasts(words, wanted) if sum(least) <= room), None)
        if least is None:
            _write_records(columns, rows, stream)
            return
        widths = _shared(least, wanted, room)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for heading, width in zip(columns, widths, strict=True):
        table.add_column(Text(heading), width=width, overflow="fold")
    for row in rows:
        cells = (Text(cell) if isinstance(cell, str) else cell for cell in row)
        table.add_row(*(_fitting(cell, width) for cell, width in zip(cells, widths, strict=True)))
    styled = options.color or can_rewrite_lines(stream)
    Console(file=stream, width=options.width, force_terminal=styled, no_color=not options.color).print(table)


def wrapped(text: str, width: int | None, first: str = "", others: str = "  ") -> str:
    """Return a text in lines no wider than the terminal, words whole; one line where there is none.

    Args:
        text: without control characters.
        width: the terminal's width; None for an output that is none.
        first: what the first line begins with.
        others: what the other lines begin with.
    """
    if width is None:
        return first + text
    return "\n".join(
        wrap(
            text,
            max(width, len(others) + 1),
            initial_indent=first,
            subsequent_indent=others,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _widths(
    columns: Sequence[str], rows: Iterable[Sequence[str | Text]], ratios: Sequence[int], width: int | None
) -> Sequence[int]:
    """Return how wide each column is: those with a share of 0 as they need, the others share what is left."""
    longest = _longest_cells(columns, rows)
    taken = sum(length for length, ratio in zip(longest, ratios, strict=True) if not ratio)
    room = (width or 0) - taken - _BETWEEN * (len(columns) - 1)
    return [
        length if not ratio else max(1, room * ratio // sum(ratios))
        for length, ratio in zip(longest, ratios, strict=True)
    ]


def _fitting(cell: Text, width: int | None) -> Text:
    """Return a cell with each word that is longer than its column broken where an address may be."""
    if width is None:
        return cell
    breaks = [
        word.start() + at
        for word in _LONG_WORD.finditer(cell.plain)
        if len(word[0]) > width
        for at in _break_points(word[0], width)
    ]
    return type(cell)("\n").join(cell.divide(breaks)) if breaks else cell


def _break_points(word: str, width: int) -> Iterator[int]:
    """Yield where a long word goes on in the next line: after the last sign of an address that fits into this one."""
    start = 0
    while len(word) - start > width:
        fitting = [sign.end() for sign in _AFTER.finditer(word, start + 1, start + width)]
        start = fitting[-1] if fitting else start + width
        yield start


def _filled(
    columns: Sequence[str], rows: Sequence[Sequence[str | Text]]
) -> tuple[Sequence[str], list[Sequence[str | Text]]]:
    """Return the columns that have a cell with something in it, and the rows without the others."""
    kept = [at for at in range(len(columns)) if not rows or any(len(row[at]) for row in rows)]
    return [columns[at] for at in kept], [[row[at] for at in kept] for row in rows]


def _longest_words(columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> list[int]:
    """Return how long the longest word of each column is."""
    longest = [max(map(len, heading.split()), default=0) for heading in columns]
    for row in rows:
        longest = [max(so_far, *map(len, str(cell).split()), 0) for so_far, cell in zip(longest, row, strict=True)]
    return longest


def _longest_cells(columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> list[int]:
    """Return how long the longest cell of each column is."""
    longest = [max(map(len, heading.split("\n"))) for heading in columns]
    for row in rows:
        lengths = (max(map(len, str(cell).split("\n"))) for cell in row)
        longest = [max(so_far, length) for so_far, length in zip(longest, lengths, strict=True)]
    return longest


def _leasts(words: Sequence[int], wanted: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield what columns need at least, the best first: room for whole words, and for some of them side by side."""
    broken = [min(word, _READABLE) for word in words]
    for whole in (words, broken):
        yield [max(word, min(most, _SIDE_BY_SIDE)) for word, most in zip(whole, wanted, strict=True)]
    yield from (words, broken)


def _shared(least: Sequence[int], wanted: Sequence[int], room: int) -> Sequence[int]:
    """Return how wide each column is: all have the least that they need; those that want little more have it first."""
    widths = list(least)
    rest = room - sum(least)
    for at in sorted(range(len(widths)), key=lambda at: wanted[at] - least[at]):
        more = max(0, min(wanted[at] - least[at], rest))
        widths[at] += more
        rest -= more
    return widths


def _write_records(columns: Sequence[str], rows: Iterable[Sequence[str | Text]], stream: IO[str]) -> None:
    """Write each row as lines of heading and cell, empty ones left out, a blank line between rows."""
    headings = [" ".join(heading.split()) for heading in columns]
    room = max(map(len, headings))
    for number, row in enumerate(rows):
        stream.write("\n" if number else "")
        for heading, cell in zip(headings, map(str, row), strict=True):
            stream.write(f"{heading:{room}}  {cell}\n" if cell else "")

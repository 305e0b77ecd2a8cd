"""Plain tables: for a terminal, in Markdown, and put into a page between its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """A table with its title; the first column is text, the others are numbers."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def as_text(table: Table) -> str:
    """Return a table for a terminal."""
    widths = [max(len(row[column]) for row in (table.head, *table.rows)) for column in range(len(table.head))]
    lines = [table.title, ""]
    for row in (table.head, ["-" * width for width in widths], *table.rows):
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join((row[0].ljust(widths[0]), *cells[1:])).rstrip())
    return "\n".join(lines)


def as_markdown(table: Table) -> str:
    """Return a table as Markdown."""
    rows = [table.head, ("---", *("--:" for _ in table.head[1:])), *table.rows]
    return "\n".join((f"### {table.title}", "", *(f"| {' | '.join(row)} |" for row in rows)))


def put_between(page: str, command: str, tables: Iterable[Table]) -> str:
    """Return the page with the tables between the mark of the command that makes them and the next end mark."""
    between = re.compile(rf"(?<=<!-- {re.escape(command)} -->\n).*(?=<!-- end -->)", re.DOTALL)
    text = "\n\n".join(map(as_markdown, tables))
    return between.sub(lambda _: f"\n{text}\n\n", page)

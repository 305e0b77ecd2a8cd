"""Tables drawn on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING

from fanpage_names.tables.formats import Options

if TYPE_CHECKING:
    from rich.text import Text


def draw(
    columns: Sequence[str],
    rows: Iterable[Sequence[str | Text]],
    stream: IO[str],
    options: Options,
    *,
    ratios: Sequence[int] | None = None,
) -> None:
    """Draw a table no wider than the terminal; reads all rows first.

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

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=ratios is not None)
    shares: Sequence[int | None] = ratios or [None] * len(columns)
    for heading, ratio in zip(columns, shares, strict=True):
        table.add_column(Text(heading), ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    Console(file=stream, width=options.width, force_terminal=options.color).print(table)

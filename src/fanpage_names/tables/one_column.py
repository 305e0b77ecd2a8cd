"""Sheets that hold lines of text in one column, without a header: a list, or messages pasted into a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fanpage_names.tables.grid import Grid, Linked, Record, cell_text
from fanpage_names.tables.header import HEAD, Lookahead, find_header


def as_lines(grid: Grid, head: Lookahead) -> Grid | None:
    """Return a sheet as lines; None where it has a header, or more than one column.

    Args:
        grid: the sheet.
        head: its records; none is read for good.
    """
    first = head.at(0)
    if first is None or sum(map(bool, first[1])) > 1 or find_header(head, None):
        return None
    filled = {at for _, cells in head.first(HEAD) for at, cell in enumerate(cells, 1) if cell_text(cell).strip()}
    if len(filled) != 1:
        return None
    (column,) = filled
    lines = _lines(head.after(0), column, grid)
    return replace(grid, records=lines, plain=True, letter=True, column=column)


def _lines(records: Iterator[Record], column: int, grid: Grid) -> Iterator[Record]:
    """Yield the cells of a column, each with where it leads to."""
    targets = grid.targets(column)
    for number, cells in records:
        cell = cells[column - 1] if len(cells) >= column else ""
        address = targets.get(number)
        yield number, (Linked(cell_text(cell), address) if address else cell,)

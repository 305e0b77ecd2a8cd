"""What must be known of a worksheet before it is marked: where it ends, and which cells lie under others."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, Start, read_through
from fanpage_names.tables.package import MAIN, named, relationship_of
from fanpage_names.tables.places import column_number, place_of

_WIDEST_MERGER = 100
"""Wider ones are titles over a sheet that nobody has cut to its table."""

_MOST_HIDDEN = 200_000


class Extent(NamedTuple):
    """The extent of a worksheet.

    Attributes:
        last: its last column with something in it; formats alone may reach to the end of the sheet.
        hidden: the cells that merged ones cover, by row and column.
        drawing: the relationship of the boxes of its comments; "" where it has none.
    """

    last: int
    hidden: Collection[tuple[int, int]]
    drawing: str


def extent_of(archive: ZipFile, part: str, budget: Budget) -> Extent:
    """Return the extent of a worksheet.

    Raises:
        UseError: as `markup.Walk`.
    """
    columns: dict[str, int] = {}
    hidden: set[tuple[int, int]] = set()
    column = last = 0
    drawing = ""

    def begin_row(_: Attributes) -> None:
        nonlocal column
        column = 0

    def begin_cell(attributes: Attributes) -> None:
        nonlocal column
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            column = columns.get(letters) or columns.setdefault(letters, column_number(letters))
        else:
            column += 1

    def filled(_: Attributes) -> None:
        nonlocal last
        last = max(last, column)

    def merged(attributes: Attributes) -> None:
        nonlocal last
        first, _, second = attributes.get("ref", "").partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(second or first)
        if right - left < _WIDEST_MERGER:
            last = max(last, right)
            if len(hidden) < _MOST_HIDDEN and (bottom - top + 1) * (right - left + 1) < _MOST_HIDDEN:
                cells = {(row, one) for row in range(top, bottom + 1) for one in range(left, right + 1)}
                hidden.update(cells - {(top, left)})

    def boxes(attributes: Attributes) -> None:
        nonlocal drawing
        drawing = relationship_of(attributes)

    starts: dict[str, Start] = {"row": begin_row, "c": begin_cell, "mergeCell": merged, "legacyDrawing": boxes}
    starts |= dict.fromkeys(("v", "f", "is"), filled)
    read_through(archive, part, budget, named(MAIN, starts))
    return Extent(last, hidden, drawing)

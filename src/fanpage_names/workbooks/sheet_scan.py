"""What must be known of a worksheet before it is marked: where it ends, and which cells lie under others."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.limits import MOST_COLUMNS, Budget
from fanpage_names.tables.markup import Attributes, Start, read_through
from fanpage_names.tables.package import MAIN, named, relationship_of
from fanpage_names.tables.places import column_number, place_of

_WIDEST_MERGER = 100
"""Wider ones are titles over a sheet that nobody has cut to its table."""

_MOST_HIDDEN = 200_000


class Extent(NamedTuple):
    """The extent of a worksheet.

    Attributes:
        filled: its columns with something in them; formats alone may reach to the end of the sheet.
        hidden: the cells that merged ones cover, by row and column.
        drawing: the relationship of the boxes of its comments; "" where it has none.
    """

    filled: Collection[int]
    hidden: Collection[tuple[int, int]]
    drawing: str

    def room_for(self, width: int, after: int) -> int:
        """Return where so many columns have room: right of all that is filled, or else in the first gap after one."""
        last = max(self.filled, default=0)
        if last + width <= MOST_COLUMNS:
            return last + 1
        begins = (at + 1 for at in sorted({after, *self.filled}) if at >= after)
        return next(at for at in begins if not any(one in self.filled for one in range(at, at + width)))


def extent_of(archive: ZipFile, part: str, budget: Budget) -> Extent:
    """Return the extent of a worksheet.

    Raises:
        UseError: as `markup.Walk`.
    """
    scan = _Scan()
    read_through(archive, part, budget, named(MAIN, scan.starts))
    return Extent(scan.filled, scan.hidden, scan.drawing)


class _Scan:
    """Takes the elements of a worksheet and keeps how far they reach."""

    def __init__(self) -> None:
        self._column = 0
        self.filled: set[int] = set()
        self.hidden: set[tuple[int, int]] = set()
        self.drawing = ""
        self._columns: dict[str, int] = {}
        self.starts: dict[str, Start] = {
            "row": self._begin_row,
            "c": self._begin_cell,
            "mergeCell": self._merged,
            "legacyDrawing": self._boxes,
            **dict.fromkeys(("v", "f", "is"), self._fill),
        }

    def _begin_row(self, _: Attributes) -> None:
        self._column = 0

    def _begin_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            self._column = self._columns.get(letters) or self._columns.setdefault(letters, column_number(letters))
        else:
            self._column += 1

    def _fill(self, _: Attributes) -> None:
        self.filled.add(self._column)

    def _merged(self, attributes: Attributes) -> None:
        first, _, second = attributes.get("ref", "").partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(second or first)
        if right - left < _WIDEST_MERGER:
            self.filled.update(range(left, right + 1))
            if len(self.hidden) < _MOST_HIDDEN and (bottom - top + 1) * (right - left + 1) < _MOST_HIDDEN:
                cells = {(row, one) for row in range(top, bottom + 1) for one in range(left, right + 1)}
                self.hidden.update(cells - {(top, left)})

    def _boxes(self, attributes: Attributes) -> None:
        self.drawing = relationship_of(attributes)

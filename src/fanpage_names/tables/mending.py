"""What copies of files have in common: which cells of a row are to be written anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from fanpage_names.links import find_address
from fanpage_names.rows import Row
from fanpage_names.tables.grid import Role

Held = Callable[[Row], Collection[Role]]
"""Says which cells of a row must stay as they are, since a formula makes what they hold."""


def nothing_held(_: Row) -> Collection[Role]:
    """Return no cells: what a file without formulas must keep."""
    return ()


Mended = Callable[[Iterable[Row]], Iterable[tuple[Row, Row]]]
"""Gives with each row the row that it should be in the copy, in the same order: names and links may differ."""


class MendedUnlessHeld(Protocol):
    """Does the same for rows of which some cells must stay as they are."""

    def __call__(self, rows: Iterable[Row], held: Held = nothing_held) -> Iterable[tuple[Row, Row]]:
        """Yield the pairs while the rows are read."""


class Copied(NamedTuple):
    """A stretch of a file, whole lines, line ends included.

    Attributes:
        line: the number of its first line.
        old: as it is in the file.
        new: as it is in the copy.
    """

    line: int
    old: str
    new: str


def changed_cells(row: Row, new: Row) -> Mapping[int, str]:
    """Return the texts to write in place of the row's, by column counted from 1.

    A link that leaves the name's cell goes to the link's, where the table has one.
    """
    cells = {}
    if new.name != row.name and "name" in row.columns:
        cells[row.columns["name"]] = new.name
    if new.link is not None and "link" in row.columns:
        address = find_address(row.name) if cells else None
        if new.link != row.link or (address and address.text == row.link):
            cells[row.columns["link"]] = new.link
    return cells

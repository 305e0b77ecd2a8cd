"""A table to be written: columns and rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with a name each, and rows with a cell for each column.

    Attributes:
        columns: the names.
        rows: read once, in order; None is an empty cell (null in json).
    """

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]

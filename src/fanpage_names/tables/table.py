"""A table to be written: columns and rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with a name each, and rows with a cell for each column.

    Attributes:
        columns: the names.
        rows: read once, in order; None is an empty cell (null in json).
        title: what stands above the table in a document.
        unused: columns without a cell that says anything: tables for people leave them out.
        brief: the columns that paper and a terminal have room for; empty for all.
    """

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]
    title: str = ""
    unused: Collection[str] = ()
    brief: Collection[str] = ()

    def only(self, wanted: Collection[str]) -> Table:
        """Return the table with these of its columns, in its own order."""
        kept = [at for at, column in enumerate(self.columns) if column in wanted]
        rows = ([row[at] for at in kept] for row in self.rows)
        return replace(self, columns=tuple(self.columns[at] for at in kept), rows=rows)

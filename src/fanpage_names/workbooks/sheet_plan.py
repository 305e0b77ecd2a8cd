"""What is to change in a worksheet: which cells of a row are coloured, and which are added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fanpage_names.result import CELLS
from fanpage_names.units.model import Severity
from fanpage_names.workbooks.marks import COLUMNS, RowMark

_LETTERS_OF_A_WIDTH = 0.95
"""So many letters fill a line, for each unit of a column's width: lines end at words."""


class CellPlan(NamedTuple):
    """A cell to be coloured anew (its text is None), or to be added, alike the one in the column `model` of its row."""

    column: int
    severity: Severity | None
    text: str | None
    model: int


class TableMarks(NamedTuple):
    """What is marked of one table of a sheet.

    Attributes:
        first: the first of the columns that are added.
        model: the column of names, whose cells the added ones look like.
        titles: what stands in the added columns of some rows above the names.
        rows: the marks of the rows, by number.
        again: whether an earlier copy has marked it, so that cells may be coloured that are right by now.
    """

    first: int
    model: int
    titles: Mapping[int, Sequence[str]]
    rows: Mapping[int, RowMark]
    again: bool = False

    def cells_in(self, row: int) -> Iterator[CellPlan]:
        """Yield the cells of a row to be coloured or added."""
        mark = self.rows.get(row)
        if mark is not None:
            right = (mark.columns[kind] for kind in CELLS if kind in mark.columns) if self.again else ()
            colors = {**dict.fromkeys(right), **{one.column: one.severity for one in mark.cells}}
            yield from (CellPlan(column, severity, None, 0) for column, severity in colors.items())
        texts = self.titles.get(row) if mark is None else mark.texts
        for column, text in enumerate(texts or (), self.first):
            last = column == self.first + len(COLUMNS) - 1
            yield CellPlan(column, mark.severity if mark is not None and last else None, text, self.model)

    def lines_in(self, row: int) -> int:
        """Return how many lines the longest of the texts added to a row takes in its column."""
        texts = self.rows[row].texts if row in self.rows else self.titles.get(row, ())
        widths = (_LETTERS_OF_A_WIDTH * width for _, width in COLUMNS)
        return max((1 + int(len(text) / width) for text, width in zip(texts, widths, strict=False)), default=1)

    @property
    def widths(self) -> Mapping[int, int]:
        """The widths of the added columns."""
        return {column: width for column, (_, width) in enumerate(COLUMNS, self.first)}


class SheetPlan(NamedTuple):
    """What changes in a worksheet.

    Attributes:
        tables: what is marked in it.
        mergers: the areas of cells to merge.
        drawing: the relationship of the boxes of comments, where the sheet has none yet.
    """

    tables: Sequence[TableMarks]
    mergers: Sequence[str]
    drawing: str | None

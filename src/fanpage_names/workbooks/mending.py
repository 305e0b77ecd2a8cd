"""A copy of a workbook in which only cells with names and links are written anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from fanpage_names.lang import Text
from fanpage_names.rows import Row
from fanpage_names.tables.grid import SheetLayout
from fanpage_names.tables.mending import Mended, Piece, changed_cells
from fanpage_names.workbooks.book import load, put_text, save
from fanpage_names.workbooks.losses import losses

if TYPE_CHECKING:
    from openpyxl import Workbook

Change = tuple[Row, Row, SheetLayout]
"""A row, what it should be, and where its cells are."""


def changes(sheets: Iterable[tuple[SheetLayout, Iterable[Row]]], mended: Mended) -> Iterator[Change]:
    """Yield the rows in which something changes."""
    for layout, rows in sheets:
        for row, new in mended(rows):
            if new != row:
                yield row, new, layout


def as_pieces(changed: Iterable[Change]) -> Iterator[Piece]:
    """Yield what changes as lines: a line for each row, the name and, if there is one, the link."""
    for row, new, _ in changed:
        yield Piece(row.row, *("\t".join(filter(None, (one.name, one.link))) + "\n" for one in (row, new)))


def write_mended(source: str, changed: Iterable[Change], stream: IO[bytes], *, macros: bool) -> tuple[Text, ...]:
    """Write the workbook at `source` with the changes made.

    Args:
        source: the file as it was named on the line.
        changed: what is to be changed.
        stream: gets the bytes.
        macros: whether the copy is an xlsm workbook.

    Returns:
        What the file holds that the copy has not.

    Raises:
        UseError: the workbook cannot be written again.
    """
    book = load(Path(source), source, macros=macros)
    _mend(book, changed)
    save(book, stream)
    return losses(Path(source), macros=macros)


def _mend(book: Workbook, changed: Iterable[Change]) -> None:
    """Write the new texts into their cells; a link that can be clicked leads to where it says."""
    for row, new, layout in changed:
        if row.sheet is None:
            continue
        for column, text in changed_cells(row, new, layout).items():
            cell = book[row.sheet].cell(row.row, column)
            put_text(cell, text)
            if cell.hyperlink is not None and column == layout.columns.get("link"):
                cell.hyperlink.target = text

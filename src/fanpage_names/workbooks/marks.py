"""What is to be marked in a workbook: of each row that was checked no more than is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fanpage_names.lang import Lang
from fanpage_names.reports import titles
from fanpage_names.reports.colors import gravest
from fanpage_names.reports.labels import STATUS
from fanpage_names.reports.points import Point, points_of
from fanpage_names.result import CELLS, Cell
from fanpage_names.rows import Checked
from fanpage_names.tables.grid import SheetLayout
from fanpage_names.units.model import Severity
from fanpage_names.workbooks.comments import WRITE

COLUMNS = (
    (titles.STATUS, 12),
    (titles.RIGHT, 40),
    (titles.WRONG, 50),
)
"""The columns that are added to each table, and how wide they are."""


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """One table of a file with what the check says.

    Attributes:
        layout: where its columns are.
        rows: its names, in order; they may be read once only.
    """

    layout: SheetLayout
    rows: Iterable[Checked]


class CellMark(NamedTuple):
    """A cell of the table that deviates: its colour, and what is said beside it."""

    column: int
    severity: Severity
    comment: str


class RowMark(NamedTuple):
    """A row with its marks.

    Attributes:
        row: its number.
        columns: the columns of its cells, by what they hold.
        name: the column of its name.
        texts: what stands in the added columns.
        severity: the gravest of what is wrong; None where nothing is.
        cells: the cells that deviate.
    """

    row: int
    columns: Mapping[str, int]
    name: int
    texts: tuple[str, str, str]
    severity: Severity | None
    cells: tuple[CellMark, ...]


def row_marks(sheet: CheckedSheet, lang: Lang) -> Iterator[RowMark]:
    """Yield the marks of a table, row by row."""
    for checked in sheet.rows:
        row, result, fixed_link = checked.row, checked.result, checked.fixed_link
        found = points_of(result, lang)
        wrong = "; ".join(one.line for one in found)
        texts = STATUS[result.status].in_lang(lang), result.canonical or "", wrong
        rights = {"name": result.fixed or result.canonical, "link": fixed_link, "unit": None}
        marks = tuple(
            CellMark(row.columns[kind], gravest(one.severity for one in about), _comment(about, rights[kind], lang))
            for kind in CELLS
            if kind in row.columns and (about := [one for one in found if _place(one.cell, row.columns) == kind])
        )
        name = row.columns.get("name") or sheet.layout.columns.get("name") or 1
        yield RowMark(
            row.row, row.columns, name, texts, gravest(one.severity for one in found) if found else None, marks
        )


def _place(cell: Cell, columns: Mapping[str, int]) -> Cell:
    """Return the cell in which something is marked: in a list of one column, the name's."""
    return cell if cell in columns else "name"


def _comment(found: Iterable[Point], right: str | None, lang: Lang) -> str:
    lines = [f"{one.codes}: {one.text}" for one in found]
    if right is not None:
        lines.append(WRITE.format(expected=right).in_lang(lang))
    return "\n".join(lines)

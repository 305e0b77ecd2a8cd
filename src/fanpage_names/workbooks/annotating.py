"""The workbook that was checked, with what was found written into it and all else kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.words import STATUS
from fanpage_names.result import CELLS, Diagnostic
from fanpage_names.rows import Checked
from fanpage_names.tables.grid import SheetLayout
from fanpage_names.workbooks.book import AnyCell, put_text
from fanpage_names.workbooks.cells import writable
from fanpage_names.workbooks.looks import Looks

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AUTHOR = "fanpage-names"

_COLUMNS = (
    (Text("Kết quả", "Status"), 12),
    (Text("Tên đúng", "Right name"), 40),
    (Text("Sai lệch", "What is wrong"), 60),
)
_WRITE = Text("Viết: {expected}", "Write: {expected}")
_LINE_LENGTH = 48
"""Letters on a line of a comment's box."""


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """One table of a file with what the check says.

    Attributes:
        layout: where its columns are.
        rows: its names, in order.
    """

    layout: SheetLayout
    rows: Sequence[Checked]


def annotate(book: Workbook, sheets: Iterable[CheckedSheet], lang: Lang) -> None:
    """Colour deviating cells by severity, comment on them, and add three columns right of each table.

    The columns are the status, the right name, and what is wrong.
    """
    looks = Looks(book)
    for sheet in sheets:
        if sheet.layout.sheet is not None:
            _annotate_sheet(book[sheet.layout.sheet], sheet, looks, lang)


def _annotate_sheet(worksheet: Worksheet, sheet: CheckedSheet, looks: Looks, lang: Lang) -> None:
    first = _last_column(worksheet) + 1
    _add_columns(worksheet, sheet.layout, first, lang)
    for checked in sheet.rows:
        _mark_cells(worksheet, sheet.layout, checked, looks, lang)
        result = checked.result
        model = worksheet.cell(checked.row.row, sheet.layout.columns["name"])
        wrong = "; ".join(f"{found.code} {found.message}" for found in result.diagnostics)
        for column, text in enumerate((STATUS[result.status].in_lang(lang), result.canonical or "", wrong), first):
            cell = worksheet.cell(checked.row.row, column)
            put_text(cell, text)
            Looks.like(cell, model)
        looks.color(worksheet.cell(checked.row.row, first + len(_COLUMNS) - 1), result.diagnostics)


def _last_column(worksheet: Worksheet) -> int:
    """Return the last column with something in it; formats alone may reach to the end of the sheet."""
    filled = (cell.column for row in worksheet.iter_rows() for cell in row if cell.value is not None)
    merged = (area.max_col for area in worksheet.merged_cells.ranges if area.max_col - area.min_col < 100)
    return max(chain(filled, merged), default=0)


def _add_columns(worksheet: Worksheet, layout: SheetLayout, first: int, lang: Lang) -> None:
    """Give the new columns their widths and, where the table has a header, their titles in its style."""
    from openpyxl.utils import get_column_letter

    _split_columns(worksheet, first, first + len(_COLUMNS) - 1)
    for column, (title, width) in enumerate(_COLUMNS, first):
        worksheet.column_dimensions[get_column_letter(column)].width = width
        if layout.header_rows:
            top, bottom = layout.header_rows[0], layout.header_rows[-1]
            for row in range(top, bottom + 1):
                Looks.like(worksheet.cell(row, column), worksheet.cell(row, layout.columns["name"]))
            put_text(worksheet.cell(top, column), title.in_lang(lang))
            if top < bottom:
                worksheet.merge_cells(start_row=top, end_row=bottom, start_column=column, end_column=column)


def _split_columns(worksheet: Worksheet, first: int, last: int) -> None:
    """Cut column records that span several columns (often "the rest of the sheet") around some columns.

    Excel takes a sheet whose column records overlap for damaged.
    """
    from openpyxl.utils import get_column_letter

    dimensions = worksheet.column_dimensions
    for letter, known in list(dimensions.items()):
        known.reindex()
        start, end = known.min or 0, known.max or 0
        if end < first or start > last or start == end:
            continue
        del dimensions[letter]
        alone = [(column, column) for column in range(first, last + 1)]
        for low, high in [(start, first - 1), *alone, (last + 1, end)]:
            if start <= low <= high <= end:
                piece = copy(known)
                piece.index, piece.min, piece.max = get_column_letter(low), low, high
                dimensions[piece.index] = piece


def _mark_cells(worksheet: Worksheet, layout: SheetLayout, checked: Checked, looks: Looks, lang: Lang) -> None:
    rights = {"name": checked.result.fixed or checked.result.canonical, "link": checked.fixed_link, "unit": None}
    for kind in CELLS:
        found = [one for one in checked.result.diagnostics if one.cell == kind]
        if found and kind in layout.columns:
            cell = worksheet.cell(checked.row.row, layout.columns[kind])
            looks.color(cell, found)
            _comment(cell, found, rights[kind], lang)


def _comment(cell: AnyCell, found: Iterable[Diagnostic], right: str | None, lang: Lang) -> None:
    """Say in a comment what is wrong and what to write; a comment that is there stays above."""
    from openpyxl.cell import MergedCell
    from openpyxl.comments import Comment

    if isinstance(cell, MergedCell):
        return
    lines = [f"{one.code}: {one.message}" for one in found]
    if right is not None:
        lines.append(_WRITE.format(expected=right).in_lang(lang))
    if cell.comment is not None:
        lines.insert(0, f"{cell.comment.text}\n")
    text = writable("\n".join(lines))
    height = 20 + 18 * sum(1 + len(line) // _LINE_LENGTH for line in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, height=min(height, 400), width=340)

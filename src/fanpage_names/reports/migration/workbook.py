"""xlsx: the pages as a workbook to print across A4, pages that become one framed together."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Any

from fanpage_names.reports import titles
from fanpage_names.reports.migration import words
from fanpage_names.reports.migration.page_rows import Column, Migration, PageRow, columns, head, page_rows
from fanpage_names.reports.spans import clipped
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell
from fanpage_names.tables.writing import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_A4 = 9
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
_LINE = 15.5  # the height of a line, in points
_FIRST_COLUMNS = 3
"""The number, the name now and the new name stay in view."""
_GROUP, _LOOK = "#EEF3FA", "#FFF2CC"
_BOLD = (words.NEW_NAME,)
_ONE_PAGE = 12
"""So many pages are printed on one sheet of paper."""
_BORDER = {"left": 1, "right": 1, "bottom": 1, "border_color": "#808080"}


def write_xlsx(migration: Migration, stream: IO[bytes], options: Options) -> None:
    """Write the workbook; no text in it becomes a formula, number or hyperlink."""
    from xlsxwriter import Workbook

    lang = options.lang
    found = list(page_rows(migration, lang))
    shown = columns(found)
    content = BytesIO()
    with Workbook(content, _AS_TEXT) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_string(0, 0, words.TITLE.in_lang(lang), workbook.add_format({"bold": True, "font_size": 14}))
        top = 1
        for top, text in enumerate(head(migration, lang), start=1):
            sheet.write_string(top, 0, printable(text), workbook.add_format(_FONT))
        top += 2
        heading = workbook.add_format({**_FONT, "bold": True, "border": 1, "text_wrap": True, "bg_color": "#DDE7F3"})
        sheet.set_row(top, 2 * _LINE)
        sheet.write_row(top, 0, [column.heading.in_lang(lang) for column in shown], heading)
        _write_lines(workbook, sheet, top + 1, found, shown)
        _set_up(sheet, top, len(found), shown)
    stream.write(content.getvalue())


def _write_lines(
    workbook: Workbook, sheet: Worksheet, top: int, found: Sequence[PageRow], shown: Sequence[Column]
) -> None:
    looks: dict[tuple[Any, ...], Any] = {}
    for at, (line, after) in enumerate(pairwise([*found, None]), start=top):
        if line is None:
            continue
        last = after is None or not line.page.group or after.page.group != line.page.group
        cells = [_cell(column.cell(line)) for column in shown]
        # Not every program makes a row higher by itself where its text takes several lines.
        sheet.set_row(at, _LINE * max(map(_height, cells, shown)))
        for number, cell in enumerate(cells):
            heading = shown[number].heading
            key = (_fill(line), line.first, last, line.first and heading in _BOLD, heading is titles.NUMBER)
            if key not in looks:
                looks[key] = workbook.add_format(_look(*key))
            sheet.write(at, number, cell, looks[key])


def _look(fill: str | None, first: bool, last: bool, bold: bool, centred: bool) -> dict[str, Any]:
    """Return the look of a cell: a thick line around the pages of a group."""
    look = {**_FONT, **_BORDER, "text_wrap": True, "bold": bold, "top": 2 if first else 4, "bottom": 2 if last else 4}
    return {**look, **({"bg_color": fill} if fill else {}), **({"align": "center"} if centred else {})}


def _fill(line: PageRow) -> str | None:
    if line.page.action in ("ambiguous", "unknown") or line.page.meant.doubts:
        return _LOOK
    return _GROUP if line.page.group and line.page.group % 2 else None


def _cell(cell: Cell) -> Cell:
    return printable(clipped(cell)) if isinstance(cell, str) else cell


def _height(cell: Cell, column: Column) -> int:
    """Return how many lines a cell takes."""
    return max(1, -(-len(str(cell or "")) // (column.share - 1)))


def _set_up(sheet: Worksheet, top: int, count: int, shown: Sequence[Column]) -> None:
    for number, column in enumerate(shown):
        sheet.set_column(number, number, column.share)
    sheet.freeze_panes(top + 1, _FIRST_COLUMNS)
    sheet.autofilter(top, 0, top + max(1, count), len(shown) - 1)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1 if count <= _ONE_PAGE else 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(top)
    sheet.set_footer("&R&P/&N")

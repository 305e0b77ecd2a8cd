"""The sheet of an annotated workbook that sums up: how many names are right, what is wrong how often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.summary import Summary
from fanpage_names.reports.words import FIX, SEVERITY, STATUS
from fanpage_names.rows import Checked
from fanpage_names.rules import RULES_BY_CODE
from fanpage_names.workbooks.annotating import CheckedSheet
from fanpage_names.workbooks.book import put_text
from fanpage_names.workbooks.looks import COLORS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE = Text("Kết quả kiểm tra", "Check results")
_SHEETS = (Text("Trang tính", "Sheet"), Text("Số tên", "Names"), *STATUS.values())
_TOTAL = Text("Tổng cộng", "Total")
_CODES = (
    Text("Mã", "Code"),
    Text("Số lần", "Times"),
    Text("Mức", "Severity"),
    Text("Sửa tự động", "Fix"),
    Text("Nội dung", "What"),
)
_COLOR_KEY = Text(
    "Màu ô: đỏ nhạt là lỗi, vàng nhạt là cảnh báo. Ghi chú trong ô nói rõ chỗ sai và cách viết đúng.",
    "Colours: light red is an error, light yellow a warning. A cell's comment says what is wrong and what to write.",
)
_WIDTHS = (22, 10, 12, 14, 12, 12)


def add_summary(book: Workbook, sheets: Sequence[CheckedSheet], file: str, lang: Lang) -> None:
    """Append a sheet with the names by sheet and status, the rules that were met, and what the colours mean."""
    worksheet = book.create_sheet(_free_title(book, _TITLE.in_lang(lang)))
    writer = _Writer(worksheet)
    writer.line([_TITLE.in_lang(lang)], bold=True, size=14)
    writer.line([file])
    writer.line([])
    writer.line([title.in_lang(lang) for title in _SHEETS], bold=True)
    for sheet in sheets:
        writer.line([sheet.layout.sheet or "", *_counts(sheet.rows)])
    everything = [checked for sheet in sheets for checked in sheet.rows]
    writer.line([_TOTAL.in_lang(lang), *_counts(everything)], bold=True)
    writer.line([])
    _list_codes(writer, everything, lang)
    writer.line([_COLOR_KEY.in_lang(lang)])
    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        worksheet.column_dimensions[column].width = width
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = worksheet.PAPERSIZE_A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True


def _free_title(book: Workbook, title: str) -> str:
    taken = {name.lower() for name in book.sheetnames}
    number, free = 1, title
    while free.lower() in taken:
        number += 1
        free = f"{title} {number}"
    return free


def _summed(rows: Iterable[Checked]) -> Summary:
    summary = Summary()
    for _ in summary.counting(rows):
        pass
    return summary


def _counts(rows: Iterable[Checked]) -> list[int]:
    summary = _summed(rows)
    return [summary.names, *(summary.statuses[status] for status in STATUS)]


def _list_codes(writer: _Writer, rows: Sequence[Checked], lang: Lang) -> None:
    """Write a line for each rule that was met: how often, how grave, whether it can be mended, what it is about."""
    severities = {found.code: found.severity for checked in rows for found in checked.result.diagnostics}
    if not severities:
        return
    writer.line([title.in_lang(lang) for title in _CODES], bold=True)
    counts = _summed(rows).codes
    for code, severity in sorted(severities.items()):
        rule = RULES_BY_CODE[code]
        what = rule.sections()["Tiếng Việt" if lang == "vi" else "What"]
        grave, fix = SEVERITY[severity].in_lang(lang), FIX[rule.fix].in_lang(lang)
        writer.line([code, counts[code], grave, fix, what], fill=COLORS[severity])
    writer.line([])


class _Writer:
    """Fills a sheet from the top, a line at a time."""

    def __init__(self, worksheet: Worksheet) -> None:
        self.worksheet = worksheet
        self.row = 0

    def line(self, values: Sequence[str | int], *, bold: bool = False, size: int = 11, fill: str | None = None) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self.row += 1
        for column, value in enumerate(values, 1):
            cell: Cell = self.worksheet.cell(self.row, column)  # type: ignore[assignment]  # nothing is merged here
            if isinstance(value, int):
                cell.value = value
            else:
                put_text(cell, value)
            cell.font = Font(bold=bold, size=size)
            cell.alignment = Alignment(horizontal="left")
            if fill and column == 1:
                cell.fill = PatternFill("solid", fgColor=fill)

"""The sheet of a marked workbook that sums up: how many names are right, what is wrong how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fanpage_names.lang import Lang, Text
from fanpage_names.reports import titles
from fanpage_names.reports.labels import FIX, SEVERITY, STATUS
from fanpage_names.reports.summary import Summary
from fanpage_names.rows import Checked
from fanpage_names.rules import RULES_BY_CODE
from fanpage_names.tables.formats import Options
from fanpage_names.tables.places import column_letter
from fanpage_names.units.model import Severity
from fanpage_names.workbooks.styles import Styles
from fanpage_names.workbooks.xlsx_cells import inline_text

TITLE = Text("Kết quả kiểm tra", "Check results")
_SHEETS = (titles.SHEET, Text("Số tên", "Names"), *STATUS.values())
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
_WIDTHS = (22, 10, 12, 16, 28, 12)


@dataclass(slots=True)
class TableSummary:
    """What the names of one table come to, complete once everything that `counting` yields was read.

    Attributes:
        sheet: the table's sheet.
        summary: the counts.
        severities: how grave each rule that was met is.
    """

    sheet: str
    summary: Summary = field(default_factory=Summary)
    severities: dict[str, Severity] = field(default_factory=dict)

    def counting(self, rows: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the rows unchanged, each counted as it passes."""
        for checked in self.summary.counting(rows):
            self.severities.update({found.code: found.severity for found in checked.result.diagnostics})
            yield checked

    def add(self, other: TableSummary) -> None:
        """Count the names of another table too."""
        self.summary.statuses += other.summary.statuses
        self.summary.codes += other.summary.codes
        self.severities |= other.severities


def summary_sheet(tallies: Sequence[TableSummary], file: str, styles: Styles, space: str, options: Options) -> bytes:
    """Return a sheet with the names by sheet and status, the rules that were met, and what the colours mean.

    Args:
        tallies: what the tables come to.
        file: the file's name.
        styles: the workbook's styles; gets those that are needed.
        space: the namespace of the workbook's parts.
        options: its language, and what stands first and last.
    """
    sheet, lang = _Sheet(styles), options.lang
    notice = [options.notice] if options.notice else []
    for said in notice:
        sheet.line([said], bold=True)
    sheet.line([TITLE.in_lang(lang)], bold=True, size=14)
    sheet.line([file])
    sheet.line([])
    sheet.line([title.in_lang(lang) for title in _SHEETS], bold=True)
    whole = TableSummary("")
    for tally in tallies:
        whole.add(tally)
        sheet.line([tally.sheet, *_counts(tally.summary)])
    sheet.line([_TOTAL.in_lang(lang), *_counts(whole.summary)], bold=True)
    sheet.line([])
    _list_codes(sheet, whole, lang)
    sheet.line([_COLOR_KEY.in_lang(lang)])
    for said in notice:
        sheet.line([said], bold=True)
    widths = "".join(
        f'<col min="{column}" max="{column}" width="{width}" customWidth="1"/>'
        for column, width in enumerate(_WIDTHS, 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{space}"><sheetPr><pageSetUpPr '
        f'fitToPage="1"/></sheetPr><cols>{widths}</cols><sheetData>'
    ).encode() + b"".join(
        (*sheet.rows, b'</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>')
    )


def _counts(summary: Summary) -> list[int]:
    return [summary.names, *(summary.statuses[status] for status in STATUS)]


def _list_codes(sheet: _Sheet, whole: TableSummary, lang: Lang) -> None:
    """Write a line for each rule that was met: how often, how grave, whether it can be mended, what it is about."""
    if not whole.severities:
        return
    sheet.line([title.in_lang(lang) for title in _CODES], bold=True)
    for code, severity in sorted(whole.severities.items()):
        rule = RULES_BY_CODE[code]
        what = rule.told("What").in_lang(lang)
        grave, fix = SEVERITY[severity].in_lang(lang), FIX[rule.fix].in_lang(lang)
        sheet.line([code, whole.summary.codes[code], grave, fix, what], severity=severity)
    sheet.line([])


class _Sheet:
    """Fills a sheet from the top, a line at a time."""

    def __init__(self, styles: Styles) -> None:
        self.rows: list[bytes] = []
        self._styles = styles

    def line(
        self, values: Sequence[str | int], *, bold: bool = False, size: int = 11, severity: Severity | None = None
    ) -> None:
        number = len(self.rows) + 1
        cells = [
            _cell(f"{column_letter(column)}{number}", value, self._styles.plain(bold=bold, size=size, severity=fill))
            for column, value in enumerate(values, 1)
            for fill in [severity if column == 1 else None]
        ]
        self.rows.append(b'<row r="%d">%s</row>' % (number, b"".join(cells)))


def _cell(place: str, value: str | int, style: int) -> bytes:
    if isinstance(value, int):
        return b'<c r="%s" s="%d"><v>%d</v></c>' % (place.encode(), style, value)
    return b'<c r="%s" s="%d" t="inlineStr">%s</c>' % (place.encode(), style, inline_text(value, ""))

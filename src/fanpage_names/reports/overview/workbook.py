"""xlsx: an overview with a chart, the missing units of each district on a sheet of their own, and the problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import IO, TYPE_CHECKING, NamedTuple

from fanpage_names.coverage.overview import Area, Overview, Problem, Report, Tally
from fanpage_names.lang import Lang, Text
from fanpage_names.naming import canonical_name
from fanpage_names.reports import titles
from fanpage_names.reports.overview import wording
from fanpage_names.reports.overview.area_rows import AreaRow, area_rows
from fanpage_names.reports.spans import clipped
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell
from fanpage_names.tables.writing import printable
from fanpage_names.units.model import Unit

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.chart import Chart  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_OVERVIEW = Text("Tổng hợp", "Overview")
_PROBLEMS = Text("Vấn đề", "Problems")
_CHANGES = Text("Thay đổi", "Changes")
_CONTACTS = Text("Cán bộ phụ trách", "Officers")
_WITH_PAGE = Text("Xã có trang", "Communes with a page")
_COMMUNES = Text("Số xã", "Communes")
_SHARE = Text("Tỷ lệ (%)", "Share (%)")
_WANTED = Text("Chỉ tiêu (%)", "Target (%)")
_STATE = Text("Kết quả", "Result")
_CHART = Text("Tỷ lệ xã có trang", "Share of communes with a page")
_AREA = Text("Địa bàn", "Area")
_MISSING_COLUMNS = (titles.NUMBER, titles.UNIT, wording.NAME_TO_TAKE)
_PROBLEM_COLUMNS = (
    Text("Vấn đề", "Problem"),
    titles.FILE,
    titles.SHEET,
    titles.ROW,
    titles.UNIT,
    titles.SUBMITTED,
    titles.RIGHT,
    titles.LINK,
    titles.CODES,
    Text("Giải thích", "What is wrong"),
)
_CHANGE_COLUMNS = (titles.UNIT, Text("Thay đổi", "Change"), Text("Trước", "Before"), Text("Nay", "Now"))
_CONTACT_COLUMNS = (
    titles.UNIT,
    Text("Họ và tên", "Name"),
    Text("Số điện thoại", "Telephone"),
    Text("Tên trang", "Page"),
)
_AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_SHEET_NAME = 31
_WIDEST = 40
_SEVERAL = 2  # one column alone is no chart
_LINE = 15  # the height of a line, in points
_PORTRAIT = 100  # letters that a sheet of A4 takes upright at a readable size


def write_xlsx(report: Report, stream: IO[bytes], options: Options) -> None:
    """Write the workbook; no text in it becomes a formula, number or hyperlink."""
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, _AS_TEXT) as workbook:
        book = _Book(workbook, options.lang)
        _overview_sheet(book, report)
        _missing_sheets(book, report.overview)
        rows = [row for problem in report.overview.problems for row in _problem_rows(problem, options.lang)]
        book.table(book.sheet(_PROBLEMS.in_lang(options.lang)), 0, _PROBLEM_COLUMNS, rows, filters=True)
        _other_sheets(book, report)
    stream.write(content.getvalue())


class _Book:
    """The workbook, its language, its formats, and the sheets' names so far."""

    def __init__(self, workbook: Workbook, lang: Lang) -> None:
        self.workbook = workbook
        self.lang = lang
        self.title = workbook.add_format({"bold": True, "font_size": 14})
        self.head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.cell = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.number = workbook.add_format({"align": "center", "valign": "top"})
        self._names: set[str] = set()

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet under this name, made one that spreadsheets take: short, without signs, the only one."""
        base = printable(name).translate(_NOT_IN_SHEET_NAMES).strip()[:_LONGEST_SHEET_NAME] or "-"
        chosen, number = base, 1
        while chosen.lower() in self._names:
            number += 1
            ending = f" {number}"
            chosen = base[: _LONGEST_SHEET_NAME - len(ending)] + ending
        self._names.add(chosen.lower())
        sheet = self.workbook.add_worksheet(chosen)
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def table(
        self,
        sheet: Worksheet,
        top: int,
        columns: Sequence[Text],
        rows: Iterable[Sequence[Cell | float]],
        *,
        filters: bool = False,
    ) -> int:
        """Write a table from row `top` on, columns as wide as needed; return the row after it."""
        headings = [column.in_lang(self.lang) for column in columns]
        filled = [[printable(clipped(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows]
        lengths = [[len(str(cell)) if cell is not None else 0 for cell in row] for row in filled]
        columns_lengths = zip([len(text) + 3 for text in headings], *lengths, strict=True)
        widths = [min(max(column), _WIDEST) + 1 for column in columns_lengths]
        sheet.write_row(top, 0, headings, self.head)
        for at, (row, of_row) in enumerate(zip(filled, lengths, strict=True), start=top + 1):
            # Not every program makes a row higher by itself where its text takes several lines.
            sheet.set_row(at, _LINE * max(1, *map(_lines, of_row, widths)))
            for column, cell in enumerate(row):
                sheet.write(at, column, cell, self.cell if isinstance(cell, str) else self.number)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.repeat_rows(top)
        if sum(widths) > _PORTRAIT:
            sheet.set_landscape()
        if filters:
            sheet.freeze_panes(top + 1, 0)
            sheet.autofilter(top, 0, top + len(filled), len(headings) - 1)
        return top + len(filled) + 1


def _lines(length: int, width: int) -> int:
    """Return how many lines a text of this length takes in a column of this width."""
    return -(-length // width)


def _overview_sheet(book: _Book, report: Report) -> None:
    lang, overview = book.lang, report.overview
    sheet = book.sheet(_OVERVIEW.in_lang(lang))
    sheet.write(0, 0, wording.TITLE.in_lang(lang), book.title)
    sheet.fit_to_pages(1, 1)  # the chart with its table
    top = 1
    for top, said in enumerate((*wording.head(report, lang), *wording.targets(overview, lang)), start=1):
        sheet.write_string(top, 0, printable(said))
    top += 2
    lines = area_rows(overview, lang)
    columns = [column for column in _columns(overview) if any(column.cell(line) not in ("", None) for line in lines)]
    rows = [[column.cell(line) for column in columns] for line in lines]
    after = book.table(sheet, top, [column.heading for column in columns], rows)
    if overview.notice:
        sheet.write_string(after, 0, printable(overview.notice))
    _draw(book, sheet, columns, [line.area for line in lines], (top + 1, after + 1))


class _Column(NamedTuple):
    """A column of the overview."""

    heading: Text
    cell: Callable[[AreaRow], Cell | float]


def _columns(overview: Overview) -> Sequence[_Column]:
    own = wording.OWN_PAGE["district" if overview.units.has_districts else "province"]

    def counted(of_communes: Callable[[Tally], float]) -> Callable[[AreaRow], float | None]:
        def cell(line: AreaRow) -> float | None:
            communes = line.area.tallies.get("commune")
            return of_communes(communes) if communes else None

        return cell

    return (
        _Column(titles.UNIT, lambda line: line.name),
        _Column(own, lambda line: line.own),
        _Column(_WITH_PAGE, counted(lambda communes: communes.pages)),
        _Column(_COMMUNES, counted(lambda communes: communes.units)),
        _Column(_SHARE, counted(lambda communes: communes.tenths / 10)),
        _Column(_WANTED, lambda line: _wanted(line.area)),
        _Column(_STATE, lambda line: line.target),
        _Column(wording.OFFICER, lambda line: line.officer),
    )


def _wanted(area: Area) -> int | None:
    shares = [verdict.target.share for verdict in area.verdicts if verdict.target.level == "commune"]
    return shares[-1] if shares else None


def _draw(
    book: _Book, sheet: Worksheet, columns: Sequence[_Column], areas: Sequence[Area], rows: tuple[int, int]
) -> None:
    """Draw the share of each of several areas with communes as a column, and the target as a line across.

    Args:
        book: the workbook.
        sheet: the sheet of the table.
        columns: its columns.
        areas: the areas of its lines, the last one all of them together.
        rows: its first row, and the one to draw below.
    """
    first, below = rows
    drawn = [at for at, area in enumerate(areas[:-1], start=first) if "commune" in area.tallies]
    if len(drawn) < _SEVERAL:
        return
    places = {column.heading: place for place, column in enumerate(columns)}
    cells = {
        heading: [sheet.get_name(), drawn[0], place, drawn[-1], place]  # as the library names a range
        for heading, place in places.items()
    }
    sheet.insert_chart(below, 0, _chart(book, cells))


def _chart(book: _Book, cells: Mapping[Text, Sequence[str | int]]) -> Chart:
    """Return the chart of the cells below some headings."""
    chart = book.workbook.add_chart({"type": "column"})
    about = {"categories": cells[titles.UNIT], "data_labels": {"value": True}, "fill": {"color": "#4F7CC4"}}
    chart.add_series({**about, "name": _SHARE.in_lang(book.lang), "values": cells[_SHARE]})
    if _WANTED in cells:
        target = book.workbook.add_chart({"type": "line"})
        about = {"categories": cells[titles.UNIT], "line": {"color": "#B3202A", "width": 2}}
        target.add_series({**about, "name": _WANTED.in_lang(book.lang), "values": cells[_WANTED]})
        chart.combine(target)
    chart.set_title({"name": _CHART.in_lang(book.lang), "name_font": {"size": 12}})
    chart.set_y_axis({"min": 0, "max": 100})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 360})
    return chart


def _missing_sheets(book: _Book, overview: Overview) -> None:
    """Add a sheet for each district to hand on; without districts one sheet for all."""
    if overview.units.has_districts:
        for area in overview.areas:
            _missing_sheet(book, overview, area)
        return
    rows = (
        (
            number,
            wording.capital(unit.name_with_type),
            _name_to_take(overview, unit),
            wording.area_name(area, book.lang),
        )
        for number, (area, unit) in enumerate(((area, unit) for area in overview.areas for unit in area.missing), 1)
    )
    sheet = book.sheet(wording.MISSING.in_lang(book.lang))
    after = book.table(sheet, 0, (*_MISSING_COLUMNS, _AREA), rows, filters=True)
    if not overview.whole.missing:
        sheet.write_string(after, 1, wording.NOBODY_MISSING.in_lang(book.lang))


def _missing_sheet(book: _Book, overview: Overview, area: Area) -> None:
    sheet = book.sheet(area.unit.label if area.unit else area.group.name)
    missing, counted = wording.MISSING.in_lang(book.lang), wording.counted(area.missing, book.lang)
    title = f"{wording.area_name(area, book.lang)}: {missing[0].lower()}{missing[1:]} ({counted})"
    sheet.write(0, 0, title, book.title)
    rows = (
        (number, wording.capital(unit.name_with_type), _name_to_take(overview, unit))
        for number, unit in enumerate(area.missing, start=1)
    )
    after = book.table(sheet, 2, _MISSING_COLUMNS, rows)
    if not area.missing:
        sheet.write_string(after, 1, wording.NOBODY_MISSING.in_lang(book.lang))


def _name_to_take(overview: Overview, unit: Unit) -> str:
    return canonical_name(overview.units, unit, overview.style)


def _problem_rows(problem: Problem, lang: Lang) -> Iterable[Sequence[Cell]]:
    """Yield a row for each place; only there can it be mended."""
    for entry in problem.entries:
        row = entry.row
        yield (
            wording.KIND[problem.kind].in_lang(lang),
            row.file,
            row.sheet,
            row.row,
            wording.capital(entry.unit.name_with_type) if entry.unit else None,
            row.name,
            problem.right,
            row.link,
            " ".join(problem.codes),
            "; ".join(problem.messages),
        )


def _other_sheets(book: _Book, report: Report) -> None:
    """Add what is new, and the officers, where they were asked for."""
    if report.since is not None:
        changed = (
            (wording.capital(one.unit.name_with_type), wording.CHANGE[one.kind].in_lang(book.lang), one.before, one.now)
            for one in report.changes
        )
        book.table(book.sheet(_CHANGES.in_lang(book.lang)), 0, _CHANGE_COLUMNS, changed, filters=True)
    contacts = [
        (wording.capital(page.unit.name_with_type), page.officer.name, page.officer.telephone, page.name)
        for page in report.overview.pages.values()
        if page.officer
    ]
    if contacts:
        book.table(book.sheet(_CONTACTS.in_lang(book.lang)), 0, _CONTACT_COLUMNS, contacts, filters=True)

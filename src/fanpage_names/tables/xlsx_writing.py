"""A table written as a new workbook, in steady memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from fanpage_names.errors import UseError
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
_WIDEST = 60
_LINE = 15
"""The height of a line, in points."""

_MOST_LINES = 27
"""Excel has no higher rows."""

_PORTRAIT = 90
"""So wide is a table that is printed on the short side of A4."""

# Every text stays text: a name such as "=1+1" or a link is no formula, number or hyperlink.
_AS_TEXT = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_xlsx(
    table: Table,
    stream: IO[bytes],
    options: Options,
    *,
    fill: Callable[[Sequence[Cell]], str | None] = lambda _: None,
) -> None:
    """Write a workbook with one sheet: a bold header that stays in view, filters, columns as wide as needed.

    Args:
        table: what to write; a text longer than a cell holds is cut and ends in "…".
        stream: gets the bytes; need not be seekable.
        options: only the notices matter here, above the header and below the last row.
        fill: gives a row's colour ("#rrggbb"), or None.

    Raises:
        UseError: more rows than a sheet holds.
        OSError: the stream, or the folder for temporary files, takes no more.
    """
    import shutil
    from tempfile import TemporaryDirectory

    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "table.xlsx"
        workbook = Workbook(path, {**_AS_TEXT, "tmpdir": folder})
        sheet = workbook.add_worksheet()
        try:
            _fill_sheet(workbook, sheet, table, fill, options)
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from None
        finally:
            sheet.row_data_fh.close()  # the library leaves it open where it could not finish
        with path.open("rb") as whole:
            shutil.copyfileobj(whole, stream)


def _fill_sheet(
    workbook: Workbook, sheet: Worksheet, table: Table, fill: Callable[[Sequence[Cell]], str | None], options: Options
) -> None:
    plain = {"valign": "top", "text_wrap": True}
    formats: dict[str | None, Any] = {None: workbook.add_format(plain)}
    widths = [len(column) + 3 for column in table.columns]  # room for the filter's button
    notice = options.notice
    bold, top = workbook.add_format({"bold": True}), int(bool(notice))
    if notice:
        sheet.write_string(0, 0, notice, bold)
    number = top
    sheet.write_row(top, 0, table.columns, workbook.add_format({"bold": True, "bottom": 1}))
    for number, row in enumerate(table.rows, start=top + 1):
        if number == MAX_ROWS:
            raise _too_many()
        color = fill(row)
        lines = max((-(-len(cell) // _WIDEST) for cell in row if isinstance(cell, str)), default=1)
        if lines > 1:  # not every program makes a row higher by itself
            sheet.set_row(number, _LINE * min(lines, _MOST_LINES))
        if color not in formats:
            formats[color] = workbook.add_format({**plain, "bg_color": color})
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, _fitting(cell), formats[color])
                widths[column] = max(widths[column], len(cell))
            else:
                sheet.write(number, column, cell, formats[color])
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, _WIDEST) + 1)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    if sum(min(width, _WIDEST) + 1 for width in widths) > _PORTRAIT:
        sheet.set_landscape()
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, number, len(table.columns) - 1)
    for below, said in enumerate(filter(None, (notice, options.afterwards())), start=number + 1):
        sheet.write_string(below, 0, said, bold)


def _fitting(text: str) -> str:
    """Return the text as a cell can hold it: cut where it is too long, lone surrogates written out."""
    if len(text) > MAX_TEXT:
        text = text[: MAX_TEXT - 1] + "…"
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _too_many() -> UseError:
    return UseError(
        "một trang tính chỉ chứa được {n} dòng; hãy dùng csv",
        "a sheet holds only {n} rows; use csv",
        n=MAX_ROWS,
    )

"""table: what deviates, drawn for a terminal, with the differing letters marked in the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from typing import IO, TYPE_CHECKING

from fanpage_names.lang import Lang
from fanpage_names.reports import titles
from fanpage_names.reports.labels import right_name
from fanpage_names.reports.plain import write_text
from fanpage_names.reports.points import points_of
from fanpage_names.reports.spans import cells_shown, is_error
from fanpage_names.rows import Checked
from fanpage_names.tables.drawing import draw
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import printable

if TYPE_CHECKING:
    from rich import text

_COLUMNS = (
    titles.ROW,
    titles.SUBMITTED,
    titles.WRONG,
    titles.RIGHT,
)
_RATIOS = (0, 5, 8, 5)
_NARROWEST = 72
_AT_ONCE = 500  # rows that are drawn together, below what is said of each file: keeps the memory steady


def write_table(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Draw the rows with a deviation, each file's below its name; as text where there is no wide terminal."""
    headings = [heading.in_lang(options.lang) for heading in _COLUMNS]
    deviating = (checked for checked in results if checked.result.diagnostics)
    drawn = False
    for (file, sheet), of_sheet in groupby(deviating, key=lambda checked: (checked.row.file, checked.row.sheet)):
        if is_drawn(options) and (where := " · ".join(part for part in (file, sheet) if part and part != "-")):
            stream.write(("\n" if drawn else "") + f"{printable(where)}\n")
        while rows := list(islice(of_sheet, _AT_ONCE)):
            if is_drawn(options):
                draw(headings, (_cells(row, options.lang) for row in rows), stream, options, ratios=_RATIOS)
            else:
                write_text(rows, stream, options)
        drawn = True


def is_drawn(options: Options) -> bool:
    """Whether the output is a terminal wide enough for columns."""
    return options.width is not None and options.width >= _NARROWEST


def _cells(checked: Checked, lang: Lang) -> Sequence[str | text.Text]:
    wrong = (printable(point.line) for point in points_of(checked.result, lang))
    right = printable(right_name(checked.result))
    return str(checked.row.row), _marked(checked), "\n".join(wrong), right


def _marked(checked: Checked) -> text.Text:
    from rich.text import Text as Marked

    marked = Marked()
    for cell, shown in cells_shown(checked):
        marked.append("" if cell == "name" else "\n")
        for piece in shown:
            color = "red" if is_error(piece) else "yellow"
            marked.append(printable(piece.text) or "^", f"bold {color} underline" if piece.found else "")
    return marked

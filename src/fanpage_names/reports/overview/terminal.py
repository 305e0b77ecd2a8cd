"""table: the areas with bars, drawn for a terminal, then lines for what is missing and what is wrong."""

from __future__ import annotations

from typing import IO

from fanpage_names.coverage.model import Area, Report
from fanpage_names.reports.overview import words
from fanpage_names.reports.overview.lines import Line, headings, lines, missing, sections
from fanpage_names.tables import writing
from fanpage_names.tables.drawing import draw
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import printable

_BAR = 20
_SHARE = 3
_ROOM_FOR_BARS = 100


def write_table(report: Report, stream: IO[str], options: Options) -> None:
    """Write the table, with bars where the terminal is wide enough, and every section below it.

    In a bar, "█" is the share of communes with a page, "│" the share that the target asks for.
    """
    lang, overview = options.lang, report.overview
    stream.write(f"{words.TITLE.in_lang(lang)}\n")
    for text in (*words.head(report, lang), *words.targets(overview, lang)):
        stream.write(f"{printable(text)}\n")
    stream.write("\n")
    with_bars = options.width is None or options.width >= _ROOM_FOR_BARS
    rows = [_cells(line, with_bars) for line in lines(overview, lang)]
    if options.width is None:
        writing.write_text(Table(headings(lang), rows), stream, options)
    else:
        draw(headings(lang), rows, stream, options)
    _write_lists(report, stream, options)


def _cells(line: Line, with_bars: bool) -> tuple[str, ...]:
    cells = [printable(cell) for cell in line.cells]
    if with_bars and line.share:
        cells[_SHARE] = f"{_bar(line.area)} {line.share}"
    return tuple(cells)


def _bar(area: Area) -> str:
    filled = area.tallies["commune"].tenths * _BAR // 1000
    signs = list("█" * filled + "░" * (_BAR - filled))
    for verdict in area.verdicts:
        if verdict.target.level == "commune":
            signs.insert(verdict.target.share * _BAR // 100, "│")
    return "".join(signs)


def _write_lists(report: Report, stream: IO[str], options: Options) -> None:
    lang, overview = options.lang, report.overview
    stream.write(f"\n{words.MISSING.in_lang(lang)} ({len(overview.whole.missing)})\n")
    for area, names in missing(overview, lang):
        stream.write(printable(f"  {area}: {names}") + "\n")
    if not overview.whole.missing:
        stream.write(f"  {words.NOBODY_MISSING.in_lang(lang)}\n")
    for section in sections(report, lang):
        stream.write(f"\n{printable(section.title)}\n")
        for item in section.items:
            stream.write(f"  {printable(item.line())}\n")

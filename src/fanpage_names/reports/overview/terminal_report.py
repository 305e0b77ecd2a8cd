"""table: the areas with bars, drawn for a terminal, then lines for what is missing and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import IO

from fanpage_names.coverage.overview import Area, Report
from fanpage_names.reports.overview import wording
from fanpage_names.reports.overview.area_rows import AreaRow, area_rows, missing, sections, table
from fanpage_names.tables import writing
from fanpage_names.tables.drawing import wrapped
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import printable

_BAR, _SHORT_BAR = 10, 6
_ROOM_FOR_BARS, _ROOM_FOR_SHORT_BARS = 90, 78
_SHORT_HEADING = 10


def write_table(report: Report, stream: IO[str], options: Options) -> None:
    """Write the table, with bars where the terminal is wide enough, and every section below it.

    In a bar, "█" is the share of communes with a page, "│" the share that the target asks for.
    """
    lang, overview = options.lang, report.overview
    stream.write(f"{wording.TITLE.in_lang(lang)}\n")
    for text in (*wording.head(report, lang), *wording.targets(overview, lang)):
        stream.write(f"{wrapped(printable(text), options.width)}\n")
    stream.write("\n")
    lines = area_rows(overview, lang)
    if options.width is None or options.width >= _ROOM_FOR_SHORT_BARS:
        cells = _BAR if options.width is None or options.width >= _ROOM_FOR_BARS else _SHORT_BAR
        lines = [_with_bar(line, cells) for line in lines]
    drawn = table(overview, lines, lang)
    if options.width is not None:
        drawn = replace(drawn, columns=tuple(map(_in_two_lines, drawn.columns)))
    writing.write_table(drawn, stream, options)
    _write_lists(report, stream, options)


def _in_two_lines(heading: str) -> str:
    """Return a heading that makes no column wider than its cells need."""
    return heading.replace(" ", "\n", 1) if len(heading) > _SHORT_HEADING else heading


def _with_bar(line: AreaRow, cells: int) -> AreaRow:
    return replace(line, share=f"{_bar(line.area, cells)} {line.share}") if line.share else line


def _bar(area: Area, cells: int) -> str:
    filled = area.tallies["commune"].tenths * cells // 1000
    signs = list("█" * filled + "░" * (cells - filled))
    for verdict in area.verdicts:
        if verdict.target.level == "commune":
            signs.insert(verdict.target.share * cells // 100, "│")
    return "".join(signs)


def _write_lists(report: Report, stream: IO[str], options: Options) -> None:
    lang, overview = options.lang, report.overview
    stream.write(f"\n{wording.MISSING.in_lang(lang)} ({wording.counted(overview.whole.missing, lang)})\n")
    for area, names in missing(overview, lang):
        stream.write(wrapped(printable(f"{area}: {names}"), options.width, "  ", "    ") + "\n")
    if not overview.whole.missing:
        stream.write(f"  {wording.NOBODY_MISSING.in_lang(lang)}\n")
    for section in sections(report, lang):
        stream.write(f"\n{printable(section.title)}\n")
        for item in section.items:
            stream.write(wrapped(printable(item.line()), options.width, "  ", "    ") + "\n")

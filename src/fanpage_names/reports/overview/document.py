"""docx: a report to print and to sign."""

from __future__ import annotations

from typing import IO

from fanpage_names.coverage.overview import Report
from fanpage_names.naming import canonical_name
from fanpage_names.reports import titles
from fanpage_names.reports.overview import wording
from fanpage_names.reports.overview.area_rows import area_rows, sections, table
from fanpage_names.tables.docx_writing import Paper
from fanpage_names.tables.formats import Options

_SHARES = (14, 9, 8, 8, 16, 12)


def write_docx(report: Report, stream: IO[bytes], options: Options) -> None:
    """Write the table of areas, then the names that units without a page should take, then each kind of problem."""
    lang, overview = options.lang, report.overview
    paper = Paper()
    paper.title(wording.TITLE.in_lang(lang).upper())
    for text in (*wording.head(report, lang), *wording.targets(overview, lang)):
        paper.line(text)
    areas = table(overview, area_rows(overview, lang), lang)
    paper.table(areas.columns, _SHARES[: len(areas.columns)], ((row, None) for row in areas.rows))
    missing = overview.whole.missing
    paper.heading(f"{wording.MISSING.in_lang(lang)} ({wording.counted(missing, lang)})")
    if missing:
        columns = [heading.in_lang(lang) for heading in (titles.NUMBER, titles.UNIT, wording.NAME_TO_TAKE)]
        names = (canonical_name(overview.units, unit, overview.style) for unit in missing)
        rows = (
            (number, wording.named(unit, lang), name)
            for number, (unit, name) in enumerate(zip(missing, names, strict=True), 1)
        )
        paper.table(columns, (1, 6, 10), ((row, None) for row in rows))
    else:
        paper.line(wording.NOBODY_MISSING.in_lang(lang))
    for section in sections(report, lang):
        paper.heading(section.title)
        for item in section.items:
            paper.line(f"– {item.line()}")
    paper.write(stream)

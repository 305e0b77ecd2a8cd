"""md: a report to paste into a page or message."""

from __future__ import annotations

from typing import IO

from fanpage_names.coverage.overview import Report
from fanpage_names.reports.overview import wording
from fanpage_names.reports.overview.area_rows import area_rows, missing, sections, table
from fanpage_names.tables import writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import md_text


def write_md(report: Report, stream: IO[str], options: Options) -> None:
    """Write the table of areas, then who is missing, then a list for each kind of problem."""
    lang, overview = options.lang, report.overview
    stream.write(f"# {wording.TITLE.in_lang(lang)}\n\n")
    for line in (*wording.head(report, lang), *wording.targets(overview, lang)):
        stream.write(f"- {md_text(line)}\n")
    stream.write("\n")
    writing.write_md(table(overview, area_rows(overview, lang), lang), stream, options)
    stream.write(f"\n## {wording.MISSING.in_lang(lang)} ({wording.counted(overview.whole.missing, lang)})\n\n")
    for area, names in missing(overview, lang):
        stream.write(f"- **{md_text(area)}:** {md_text(names)}\n")
    if not overview.whole.missing:
        stream.write(f"{wording.NOBODY_MISSING.in_lang(lang)}\n")
    for section in sections(report, lang):
        stream.write(f"\n## {md_text(section.title)}\n\n")
        for item in section.items:
            stream.write(f"- {md_text(item.line())}\n")

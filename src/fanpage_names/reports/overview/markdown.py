"""md: a report to paste into a page or message."""

from __future__ import annotations

from typing import IO

from fanpage_names.coverage.model import Report
from fanpage_names.reports.overview import words
from fanpage_names.reports.overview.lines import area_lines, missing, sections, table
from fanpage_names.tables import writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import md_text


def write_md(report: Report, stream: IO[str], options: Options) -> None:
    """Write the table of areas, then who is missing, then a list for each kind of problem."""
    lang, overview = options.lang, report.overview
    stream.write(f"# {words.TITLE.in_lang(lang)}\n\n")
    for line in (*words.head(report, lang), *words.targets(overview, lang)):
        stream.write(f"- {md_text(line)}\n")
    stream.write("\n")
    writing.write_md(table(overview, area_lines(overview, lang), lang), stream, options)
    stream.write(f"\n## {words.MISSING.in_lang(lang)} ({words.counted(overview.whole.missing, lang)})\n\n")
    for area, names in missing(overview, lang):
        stream.write(f"- **{md_text(area)}:** {md_text(names)}\n")
    if not overview.whole.missing:
        stream.write(f"{words.NOBODY_MISSING.in_lang(lang)}\n")
    for section in sections(report, lang):
        stream.write(f"\n## {md_text(section.title)}\n\n")
        for item in section.items:
            stream.write(f"- {md_text(item.line())}\n")

"""docx: what deviates, as a document to print and to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from fanpage_names.lang import Lang, Text
from fanpage_names.reports import titles
from fanpage_names.reports.labels import right_name
from fanpage_names.reports.points import points_of
from fanpage_names.reports.spans import clipped
from fanpage_names.reports.summary import Summary
from fanpage_names.rows import Checked
from fanpage_names.tables.docx_writing import Paper, Row
from fanpage_names.tables.formats import Options

_TITLE = Text("Kết quả kiểm tra tên trang", "Page names checked")
_COLUMNS = (
    (titles.NUMBER, 2),
    (titles.WHERE, 7),
    (titles.SUBMITTED, 10),
    (titles.WRONG, 15),
    (titles.RIGHT, 10),
)


def write_docx(results: Iterable[Checked], stream: IO[bytes], options: Options) -> None:
    """Write a row for each name that deviates, and the counts below; reads all results first."""
    summary, lang = Summary(), options.lang
    rows = list(_rows(summary.counting(results), lang))
    paper = Paper(landscape=True)
    paper.title(_TITLE.in_lang(lang).upper())
    if options.notice:
        paper.heading(options.notice)
    for line in summary.lines(lang):
        paper.line(line)
    paper.table([heading.in_lang(lang) for heading, _ in _COLUMNS], [share for _, share in _COLUMNS], rows)
    for said in filter(None, (options.notice, options.afterwards())):
        paper.heading(said)
    paper.write(stream)


def _rows(results: Iterable[Checked], lang: Lang) -> Iterator[Row]:
    number = 0
    for checked in results:
        if checked.result.diagnostics:
            number += 1
            wrong = "\n".join(point.line for point in points_of(checked.result, lang))
            place = checked.row.place().in_lang(lang)
            yield (number, place, clipped(checked.row.name), wrong, right_name(checked.result)), None

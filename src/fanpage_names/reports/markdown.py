"""md: a table to paste into a page or message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from fanpage_names.reports import titles
from fanpage_names.reports.labels import STATUS, right_name
from fanpage_names.reports.points import points_of
from fanpage_names.reports.spans import clipped
from fanpage_names.reports.summary import Summary
from fanpage_names.rows import Checked
from fanpage_names.tables import writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Table

_COLUMNS = (
    titles.WHERE,
    titles.SUBMITTED,
    titles.STATUS,
    titles.RIGHT,
    titles.WRONG,
)


def write_md(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write a row for each name, and the counts below."""
    summary = Summary()
    rows = (
        (
            checked.row.locator(),
            clipped(checked.result.submitted),
            STATUS[checked.result.status].in_lang(options.lang),
            right_name(checked.result),
            "\n".join(point.line for point in points_of(checked.result, options.lang)),
        )
        for checked in summary.counting(results)
    )
    columns = tuple(column.in_lang(options.lang) for column in _COLUMNS)
    writing.write_md(Table(columns, rows), stream, options)
    for line in summary.lines(options.lang):
        stream.write(f"\n{writing.md_text(line)}\n")

"""csv and tsv: a row for each area and level, for spreadsheets and other programs.

The last rows are those of the province: its districts and communes all together, and its own page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from fanpage_names.coverage.overview import Area, Report
from fanpage_names.tables import writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table

COLUMNS = (
    *("code", "type", "unit", "level", "units", "pages", "missing"),
    *("target", "before", "needed", "state", "short", "lacking", "too_late"),
)


def write_csv(report: Report, stream: IO[str], options: Options) -> None:
    """Write the figures, separated by commas."""
    writing.write_csv(_table(report), stream, options)


def write_tsv(report: Report, stream: IO[str], options: Options) -> None:
    """Write the figures, separated by tabs."""
    writing.write_tsv(_table(report), stream, options)


def _table(report: Report) -> Table:
    overview = report.overview
    areas = [area for area in overview.areas if area.group != overview.whole.group]
    return Table(COLUMNS, (row for area in (*areas, overview.whole) for row in _rows(area)))


def _rows(area: Area) -> Iterator[Sequence[Cell]]:
    """Yield a row for each level; one for each target of the level where there are several."""
    unit = area.unit
    named = (unit.code, unit.type, unit.name) if unit else (None, None, area.group.cluster or None)
    for level, tally in area.tallies.items():
        counted = (*named, level, tally.units, tally.pages, tally.units - tally.pages)
        verdicts = [verdict for verdict in area.verdicts if verdict.target.level == level]
        for verdict in verdicts:
            target = verdict.target
            yield (
                *(*counted, target.share, target.before.isoformat(), verdict.needed, verdict.state),
                *(verdict.short, verdict.lacking, verdict.too_late),
            )
        if not verdicts:
            yield (*counted, *[None] * (len(COLUMNS) - len(counted)))

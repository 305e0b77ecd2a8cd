"""json: the whole report for other programs, and for `report --against`.

An object with these keys:

- `report`: 1, the version of this form; `units`: the list's id; `style`; `on`: the day, ISO;
  `names`, `later`, `outside`: rows read, and those left out; `unread`: files that could not be read (`file`, `reason`)
- `areas`: one object for each district (or province), and `whole`: the same for all together, with `unit` (null for
  several provinces and for clusters), `former` (whether that is a former district), `cluster` (its name, or null),
  `levels` (by level: `units`, `pages`), `targets` (`level`, `share`, `before`, `needed`, `in_time`, `state`: "met",
  "on course" or "late", `short`: the sum of `lacking`, not there, and `too_late`), `missing` (units),
  `has_officer` (null where it is no district)
- `pages`: `unit`, `name`, `status`, `canonical`, `link`, `since`, `places`; `officer` and `telephone` only where
  contacts were asked for
- `problems`: `kind`, `entries` (`file`, `sheet`, `row`, `name`, `link`, `unit`), `right`, `codes`, `messages`
- `since` and `changes` (`kind`, `unit`, `before`, `now`): only where it was compared with an earlier report

Units have the keys of a `check` result.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import IO, Any

from fanpage_names.coverage.changes import EarlierPage, EarlierReport
from fanpage_names.coverage.overview import Area, Page, PageChange, Problem, Report, ReportedRow
from fanpage_names.errors import UseError
from fanpage_names.reports.json_records import unit_record
from fanpage_names.rows import Row
from fanpage_names.tables.formats import Options

_VERSION = 1


def write_json(report: Report, stream: IO[str], options: Options) -> None:
    """Write the report as one JSON object."""
    json.dump(record(report), stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def record(report: Report) -> dict[str, Any]:
    """Return the report as an object made of JSON's types."""
    overview = report.overview
    fields: dict[str, Any] = {
        "report": _VERSION,
        "units": overview.units.id,
        "style": overview.style,
        "on": overview.on.isoformat(),
        "names": overview.names,
        "later": overview.later,
        "outside": overview.outside,
        "unread": [{"file": one.file, "reason": one.reason} for one in overview.unread],
        "whole": _area(overview.whole),
        "areas": [_area(area) for area in overview.areas],
        "pages": [_page(page) for page in overview.pages.values()],
        "problems": [_problem(problem) for problem in overview.problems],
    }
    if report.since is not None:
        fields["since"] = report.since.isoformat()
        fields["changes"] = [_change(change) for change in report.changes]
    return fields


def _area(area: Area) -> dict[str, Any]:
    return {
        "unit": unit_record(area.unit) if area.unit else None,
        "former": area.group.former,
        "cluster": area.group.cluster or None,
        "levels": {level: {"units": tally.units, "pages": tally.pages} for level, tally in area.tallies.items()},
        "targets": [
            {
                "level": verdict.target.level,
                "share": verdict.target.share,
                "before": verdict.target.before.isoformat(),
                "needed": verdict.needed,
                "in_time": verdict.in_time,
                "state": verdict.state,
                "short": verdict.short,
                "lacking": verdict.lacking,
                "too_late": verdict.too_late,
            }
            for verdict in area.verdicts
        ],
        "missing": [unit_record(unit) for unit in area.missing],
        "has_officer": area.has_officer,
    }


def _page(page: Page) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "unit": unit_record(page.unit),
        "name": page.name,
        "status": page.status,
        "canonical": page.canonical,
        "link": page.link,
        "since": page.since.isoformat() if page.since else None,
        "places": [_place(row) for row in page.rows],
    }
    if page.officer:
        fields |= {"officer": page.officer.name, "telephone": page.officer.telephone}
    return fields


def _place(row: Row) -> dict[str, Any]:
    return {"file": row.file, "sheet": row.sheet, "row": row.row}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "entries": [_entry(entry) for entry in problem.entries],
        "right": problem.right,
        "codes": list(problem.codes),
        "messages": list(problem.messages),
    }


def _entry(entry: ReportedRow) -> dict[str, Any]:
    row, unit = entry.row, entry.unit
    return {**_place(row), "name": row.name, "link": row.link, "unit": unit_record(unit) if unit else None}


def _change(change: PageChange) -> dict[str, Any]:
    return {"kind": change.kind, "unit": unit_record(change.unit), "before": change.before, "now": change.now}


def read_earlier(content: bytes, named: str) -> EarlierReport:
    """Return what is needed of an earlier report.

    Args:
        content: the bytes of a file that `write_json` wrote.
        named: the file, for messages.

    Raises:
        UseError: it is no such report.
    """
    try:
        fields = json.loads(content)
        return _earlier(fields)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UseError(
            "{named}: không phải báo cáo do report --format json ghi ra",
            "{named}: not a report that report --format json wrote",
            named=named,
        ) from fault


def _earlier(fields: Mapping[str, Any]) -> EarlierReport:
    if fields["report"] != _VERSION:
        raise ValueError(fields["report"])
    pages = {
        page["unit"]["code"]: EarlierPage(str(page["name"]), page["status"] == "ok", page["link"])
        for page in fields["pages"]
    }
    areas = frozenset(area["unit"]["code"] if area["unit"] else area["cluster"] for area in fields["areas"])
    return EarlierReport(str(fields["units"]), date.fromisoformat(fields["on"]), areas, pages)

"""json and jsonl: everything that the check says, for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from fanpage_names.result import Diagnostic
from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import write_json_array, write_json_lines
from fanpage_names.units.model import Unit


def write_jsonl(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write one object a line for each submitted name, at once as it comes."""
    write_json_lines(map(record, results), stream)


def write_json(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write an array with one object for each submitted name."""
    write_json_array(map(record, results), stream)


def record(checked: Checked) -> dict[str, Any]:
    """Return the JSON object of a checked row.

    `former` is there only where the name means a unit of an earlier list; `link` and `fixed_link` only where
    the file has a link column.
    """
    row, result = checked.row, checked.result
    fields: dict[str, Any] = {
        "file": row.file,
        "sheet": row.sheet,
        "row": row.row,
        "submitted": result.submitted,
        "status": result.status,
        "unit": unit_record(result.unit) if result.unit else None,
    }
    if result.former:
        fields["former"] = {**unit_record(result.former), "list": result.former_list}
    fields["canonical"] = result.canonical
    fields["fixed"] = result.fixed
    if row.link is not None:
        fields["link"] = row.link
        fields["fixed_link"] = checked.fixed_link
    if checked.context is not None:
        fields["context"] = checked.context
    fields["candidates"] = [unit_record(unit) for unit in result.candidates]
    fields["diagnostics"] = [_diagnostic_record(found) for found in result.diagnostics]
    return fields


def unit_record(unit: Unit) -> dict[str, str | None]:
    """Return the JSON object of a unit; `district` is null where no district is above it."""
    district = unit.district
    return {
        "code": unit.code,
        "level": unit.level,
        "type": unit.type,
        "name": unit.name,
        "district": district.name if district else None,
        "province": unit.province.name,
    }


def _diagnostic_record(found: Diagnostic) -> dict[str, str | int | None]:
    fields: dict[str, str | int | None] = {
        "code": found.code,
        "rule": found.rule,
        "severity": found.severity,
        "fix": found.fix,
        "start": found.start,
        "end": found.end,
        "found": found.found,
        "expected": found.expected,
        "message": found.message,
    }
    if found.cell != "name":
        fields["cell"] = found.cell
    return fields

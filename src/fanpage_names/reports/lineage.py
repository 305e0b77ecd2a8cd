"""The line of a unit through time, as a small tree or as JSON; what differs between two lists, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from fanpage_names.history.lineage import Branch, Difference, Lineage
from fanpage_names.history.wording import GRADES, KINDS, SHARES, resolution_text, succession_text
from fanpage_names.lang import Lang, Text, day_text
from fanpage_names.naming import canonical_name
from fanpage_names.tables.drawing import wrapped
from fanpage_names.tables.formats import Format, Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.tables.writing import write_json_lines
from fanpage_names.units.model import Style, Unit, UnitList, described

DIFFERENCE_COLUMNS = ("kind", "code", "unit", "page_name", "new_code", "new_unit", "new_page_name", "changes")
"""What happened ("unrecorded": what was there before is not known); the unit and its page's name in the earlier list;
the one that follows; all changes on the way, with day and resolution."""

_BRIEF = ("unit", "new_page_name", "changes")
_DIFFERENCES = Text("Thay đổi từ {earlier} đến {later}", "What changed from {earlier} to {later}")
_UNRECORDED = "unrecorded"
_NO_RECORD = Text("chưa có dữ liệu về đơn vị trước và sau", "nothing is on record before or after")
_NO_DAY = Text("chưa rõ ngày", "day not known")
_BEFORE, _AFTER = "←", "→"


def write_tree(line: Lineage, stream: IO[str], options: Options) -> None:
    """Write the unit, and below it what it came from and what it became, a change a line; wrapped on a terminal."""
    stream.write(f"{described(line.unit)} [{line.list_id}]\n")
    branches = [(_BEFORE, branch) for branch in line.before] + [(_AFTER, branch) for branch in line.after]
    stream.writelines(f"{text}\n" for text in _drawn(branches, "", options))
    if not branches:
        stream.write(f"└─ {_NO_RECORD.in_lang(options.lang)}\n")


def _drawn(branches: Sequence[tuple[str, Branch]], indent: str, options: Options) -> Iterator[str]:
    for number, (arrow, branch) in enumerate(branches, 1):
        corner, below = ("└─ ", "   ") if number == len(branches) else ("├─ ", "│  ")
        end = f"{described(branch.unit)} [{branch.list_id}]" if branch.unit else f"– [{branch.list_id}]"
        trunk = f"{indent}{below}{'│ ' if branch.branches else '  '}"
        yield wrapped(f"{end}: {_happened(branch, options.lang)}", options.width, f"{indent}{corner}{arrow} ", trunk)
        yield from _drawn([(arrow, further) for further in branch.branches], indent + below, options)


def _happened(branch: Branch, lang: Lang) -> str:
    change = branch.step.change
    if change.kind == "unchanged":
        return KINDS["unchanged"].in_lang(lang)
    what = KINDS[change.kind].in_lang(lang)
    if change.share != "whole":
        detail = change.detail if lang == "vi" else None  # in the resolution's words
        what = f"{what}, {detail or SHARES[change.share].in_lang(lang)},"
    told = [what, (day_text(change.date) if change.date else _NO_DAY).in_lang(lang)]
    if change.resolution:
        told.append(f"({resolution_text(change).in_lang(lang)})")
    if change.grade != "official":
        told.append(f"[{GRADES[change.grade].in_lang(lang)}]")
    return " ".join(told)


def write_json(line: Lineage, stream: IO[str], options: Options) -> None:
    """Write the line as one JSON object: the unit, with lists `before` and `after` of such objects."""
    value = {
        **_unit_object(line.unit, line.list_id),
        "before": [_object(branch, "before") for branch in line.before],
        "after": [_object(branch, "after") for branch in line.after],
    }
    write_json_lines([value], stream)


def _object(branch: Branch, direction: str) -> Mapping[str, object]:
    change = branch.step.change
    return {
        **_unit_object(branch.unit, branch.list_id),
        "kind": change.kind,
        "role": change.role,
        "share": change.share,
        "detail": change.detail,
        "date": change.date.isoformat() if change.date else None,
        "resolution": change.resolution,
        "clause": change.clause,
        "grade": change.grade,
        direction: [_object(further, direction) for further in branch.branches],
    }


def _unit_object(unit: Unit | None, list_id: str) -> Mapping[str, object]:
    if unit is None:
        return {"list": list_id, "code": None, "type": None, "unit": None, "district": None}
    district = unit.district.name if unit.district else None
    return {"list": list_id, "code": unit.code, "type": unit.type, "unit": unit.name, "district": district}


FORMATS: Mapping[str, Format[Lineage]] = {"text": Format(write_tree, (".txt",)), "json": Format(write_json, (".json",))}


def difference_table(
    found: Iterable[Difference], earlier: UnitList, later: UnitList, style: Style, lang: Lang
) -> Table:
    """Return the table of what differs between two lists."""
    return Table(
        DIFFERENCE_COLUMNS,
        (
            (
                " ".join(step.change.kind for step in one.succession.steps) or _UNRECORDED,
                *_unit_cells(one.was, earlier, style),
                *_unit_cells(one.now, later, style),
                succession_text(one.succession).in_lang(lang) if one.was else None,
            )
            for one in found
        ),
        _DIFFERENCES.format(earlier=earlier.title, later=later.title).in_lang(lang),
        brief=_BRIEF,
    )


def _unit_cells(unit: Unit | None, units: UnitList, style: Style) -> tuple[Cell, Cell, Cell]:
    if unit is None:
        return None, None, None
    return unit.code, unit.name_with_district, canonical_name(units, unit, style)

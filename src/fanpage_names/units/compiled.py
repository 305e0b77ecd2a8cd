"""The compiled form of the shipped lists: one line of JSON a list, loaded in a twentieth of the time of its YAML.

A line holds everything that the YAML says, so that one can be made from the other; people edit the YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from fanpage_names.units.model import Level, Retyping, RuleSettings, Target, Unit, UnitList

_LEVELS: Mapping[int, Level] = {2: "province", 3: "district", 5: "commune"}
"""The level of a unit by the length of its code, see `fanpage_names.units.reading.CODE_DIGITS`."""


def compiled(units: UnitList) -> str:
    """Return the line of a list, without the line end."""
    retypings = [[str(each.day), each.code, each.type] for each in units.retypings]
    rules = [units.rules.select, units.rules.ignore, units.rules.severity]
    line = {
        "id": units.id,
        "title": units.title,
        "from": units.valid_from and str(units.valid_from),
        "to": units.valid_to and str(units.valid_to),
        "sources": units.sources,
        "patterns": units.patterns,
        "targets": [[each.level, each.share, str(each.before)] for each in units.targets],
        "rules": rules if any(rules) else None,
        "retypings": retypings,
        "units": list(_rows(units)),
    }
    kept = {key: value for key, value in line.items() if value}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _rows(units: UnitList) -> Iterator[Sequence[str]]:
    for unit in units.units:
        label = () if unit.own_label is None else (unit.own_label,)
        yield unit.code, unit.type, unit.name, *label


def read_compiled(line: bytes) -> UnitList:
    """Return the list of a line that `compiled` made."""
    fields: dict[str, Any] = json.loads(line)
    return UnitList(
        id=fields["id"],
        title=fields["title"],
        valid_from=_day(fields.get("from")),
        valid_to=_day(fields.get("to")),
        sources=tuple(fields.get("sources", ())),
        patterns=fields["patterns"],
        targets=tuple(
            Target(level, share, date.fromisoformat(before)) for level, share, before in fields.get("targets", ())
        ),
        units=_units(fields["units"]),
        rules=_rules(*fields["rules"]) if "rules" in fields else RuleSettings(),
        retypings=tuple(
            Retyping(date.fromisoformat(day), code, type_word) for day, code, type_word in fields.get("retypings", ())
        ),
        shipped=True,
    )


def _units(rows: Sequence[Sequence[str]]) -> tuple[Unit, ...]:
    """Return the units of the rows: each stands below the last one of a level above."""
    found = []
    province: Unit | None = None
    above: Unit | None = None
    for code, type_word, name, *label in rows:
        level = _LEVELS[len(code)]
        parent = above if level == "commune" else province if level == "district" else None
        unit = Unit(code, level, type_word, name, parent, label[0] if label else None)
        found.append(unit)
        if level == "province":
            province = above = unit
        elif level == "district":
            above = unit
    return tuple(found)


def _rules(select: Sequence[str], ignore: Sequence[str], severity: Mapping[str, Any]) -> RuleSettings:
    return RuleSettings(tuple(select), tuple(ignore), severity)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

"""From a unit to its official page name, by the patterns of its list.

A pattern is text with fields in braces, as the letter words it: `Mặt trận {commune_label} {district_label}
{province_label}`. The fields are `LEVEL`, `LEVEL_type` and `LEVEL_label` for province, district and commune:
the bare name, the type word, and the label (the name, unless the unit has a label of its own).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from fanpage_names.units.model import LEVELS, Level, Style, Unit, UnitList

PartKind = Literal["prefix", "type", "name"]

_FIELD = re.compile(r"\{([^{}]*)\}")
_FIELDS: Mapping[str, tuple[Level, str]] = {
    f"{level}{suffix}": (level, suffix) for level in LEVELS for suffix in ("", "_type", "_label")
}


class Part(NamedTuple):
    """One piece of a page name.

    Attributes:
        kind: prefix (words of the pattern itself), type (a type word) or name (a name or label).
        level: the level of the unit that the piece writes; None for a prefix.
        text: the words.
        before: what stands between the part before and this one.
    """

    kind: PartKind
    level: Level | None
    text: str
    before: str


class PatternError(ValueError):
    """A pattern has a field that no unit can fill."""


def pattern_fields(pattern: str) -> Iterator[str]:
    """Yield the names of the fields in `pattern`, in order; no check that they exist."""
    return (match[1] for match in _FIELD.finditer(pattern))


def check_pattern(pattern: str, level: Level) -> None:
    """Raise PatternError where `pattern` cannot name a unit of `level` without another unit's name.

    The message of the error is the offending field, or empty where the unit's own name is missing.
    """
    allowed = LEVELS[: LEVELS.index(level) + 1]
    fields = list(pattern_fields(pattern))
    for name in fields:
        if name not in _FIELDS or _FIELDS[name][0] not in allowed:
            raise PatternError(name)
    if level not in fields and f"{level}_label" not in fields:
        raise PatternError("")


def parts(pattern: str, unit: Unit) -> tuple[Part, ...]:
    """Return the parts of the page name that `pattern` gives `unit`, in order.

    Raises:
        PatternError: the pattern has a field that the unit cannot fill.
    """
    found: list[Part] = []
    gap = ""
    for position, piece in enumerate(_FIELD.split(pattern)):
        if position % 2:
            level, suffix = _FIELDS.get(piece, (None, ""))
            owner = unit.at(level) if level else None
            if owner is None:
                raise PatternError(piece)
            text = {"": owner.name, "_type": owner.type, "_label": owner.label}[suffix]
            found.append(Part("type" if suffix == "_type" else "name", level, text, gap))
            gap = ""
        elif words := piece.strip():
            start = piece.index(words)
            found.append(Part("prefix", None, words, gap + piece[:start]))
            gap = piece[start + len(words) :]
        else:
            gap += piece
    return tuple(found)


def page_name(pattern: str, unit: Unit) -> str:
    """Return the page name that `pattern` gives `unit`; raises PatternError as `parts` does."""
    return "".join(part.before + part.text for part in parts(pattern, unit))


def canonical_parts(units: UnitList, unit: Unit, style: Style) -> tuple[Part, ...]:
    """Return the parts of the unit's official page name."""
    return parts(units.patterns[style][unit.level], unit)


def canonical_name(units: UnitList, unit: Unit, style: Style) -> str:
    """Return the unit's official page name in the style asked for, NFC."""
    return page_name(units.patterns[style][unit.level], unit)


def canonical_names(units: UnitList, style: Style) -> Mapping[str, str]:
    """Return the official page name of every unit of the list, by code, in the list's order."""
    return {unit.code: canonical_name(units, unit, style) for unit in units.units}

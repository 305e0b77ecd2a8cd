"""From the nodes of a unit list to its values: what the keys mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fanpage_names.lang import Text
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import Fields, is_day
from fanpage_names.units.model import Level, Retyping, Unit, UnitList
from fanpage_names.units.nodes import MappingNode, Node, Scalar, compose
from fanpage_names.units.patterns import read_patterns
from fanpage_names.units.rule_settings import read_rules
from fanpage_names.units.targets import read_targets
from fanpage_names.units.type_words import TYPES
from fanpage_names.units.validation import Placed, check_list

CODE_DIGITS: Mapping[Level, int] = {"province": 2, "district": 3, "commune": 5}
"""Source: Decision 124/2004/QĐ-TTg on the codes of administrative units."""

_BELOW: Mapping[Level, Mapping[str, Level]] = {
    "province": {"districts": "district", "communes": "commune"},
    "district": {"communes": "commune"},
    "commune": {},
}
_REQUIRED = ("title", "in_force", "patterns", "provinces")
_OPTIONAL = ("sources", "targets", "rules")


def read_units(text: str, file: str, list_id: str) -> UnitList:
    """Return the unit list that a YAML text holds.

    Args:
        text: the whole file.
        file: the file as the user knows it, for messages.
        list_id: what `UnitList.id` becomes.

    Raises:
        UnitsFileError: with every fault of the text.
    """
    log = FaultLog(file)
    top = Fields(compose(text, log), log, _REQUIRED, _OPTIONAL)
    placed = [place for node in top.items("provinces") for place in _units(node, "province", None, log)]
    patterns = read_patterns(top, {place.unit.level for place in placed}, log)
    check_list(placed, patterns, log)
    valid_from, valid_to = _period(top, log)
    units = UnitList(
        id=list_id,
        title=top.text("title") or "",
        valid_from=valid_from,
        valid_to=valid_to,
        sources=top.texts("sources"),
        patterns={
            style: {level: pattern.text for level, pattern in by_level.items()} for style, by_level in patterns.items()
        },
        targets=tuple(read_targets(top, log)),
        units=tuple(place.unit for place in placed),
        rules=read_rules(top, log),
        retypings=tuple(sorted(each for place in placed for each in place.retypings)),
    )
    log.close()
    return units


def _period(top: Fields, log: FaultLog) -> tuple[date | None, date | None]:
    fields = top.fields("in_force", (), ("from", "to"))
    first, last = (fields.day("from"), fields.day("to")) if fields else (None, None)
    if first and last and last < first:
        log.add(
            top.line_of("in_force"),
            Text(
                "`to: {last}` trước `from: {first}`; hãy ghi ngày đầu ở `from`, ngày cuối ở `to`",
                "`to: {last}` is before `from: {first}`; write the first day in `from`, the last in `to`",
            ).format(last=last, first=first),
        )
    return first, last


def _units(node: Node, level: Level, parent: Placed | None, log: FaultLog) -> Iterator[Placed]:
    """Yield the unit of a node, then the units below it, in the file's order."""
    fields = Fields(node, log, ("code", "type", "name"), ("label", "retyped", *_BELOW[level]))
    code = fields.text("code")
    digits = CODE_DIGITS[level]
    if code is not None and not (code.isascii() and code.isdigit() and len(code) == digits):
        log.add(
            fields.line_of("code"),
            Text(
                "mã `{code}` phải có {digits} chữ số (kể cả số 0 ở đầu); hãy ghi mã GSO",
                "code `{code}` must have {digits} digits (with zeros in front); write the GSO code",
            ).format(code=code, digits=digits),
        )
        code = None
    type_word, name = fields.choice("type", TYPES[level]), fields.text("name")
    unit = Unit(code or "", level, type_word or "", name or "", parent and parent.unit, fields.text("label"))
    sound = None not in (code, type_word, name) and (parent is None or parent.sound)
    place = Placed(unit, fields.line, sound, tuple(_retypings(fields, unit, log)))
    yield place
    for key, below in _BELOW[level].items():
        for item in fields.items(key):
            yield from _units(item, below, place, log)


def _retypings(fields: Fields, unit: Unit, log: FaultLog) -> Iterator[Retyping]:
    """Yield the types that a unit has from a day on, as in `retyped: {2026-04-30: phường}`."""
    node = fields.node("retyped")
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    days = [key.value for key, _ in pairs if isinstance(key, Scalar) and is_day(key.value)]
    by_day = fields.fields("retyped", (), days or ["2026-04-30"])
    for day in days if by_day else ():
        if by_day and (type_word := by_day.choice(day, TYPES[unit.level])):
            yield Retyping(date.fromisoformat(day), unit.code, type_word)

"""Texts in which names of now and of then meet, made of parts that the oracle is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from fanpage_names.units.model import STYLES, Unit
from tests.corpus.letters import fold

from .asked import Answer, Asked, unknown
from .hands import HANDS, ORGANISATIONS, PREFIXES, Hand, joined, without_marks
from .nearness import nearest
from .oracle import Oracle, Written
from .times import Former, Times, above, key


def _parent(unit: Unit, rng: Random, *, was: bool = False) -> str:
    """Write a parent: its name, with its type word or without; a number, and a city of its province's name, with it."""
    clash = unit.name.isdigit() or (unit.level == "district" and unit.name == unit.province.name)
    words = rng.choice((unit.name_with_type,) if clash else (unit.name, unit.name, unit.name_with_type))
    return f"{words} cũ" if was else words


def _text(written: Written, parents: list[str], rng: Random, prefix: str | None = None) -> tuple[str, Written]:
    """Write the parts in one of the ways of people; return the text and what of the parts it still shows."""
    prefix = rng.choice(PREFIXES) if prefix is None else prefix
    own = f"{written.type} {written.name}" if written.type else written.name
    hand: Hand = rng.choice(HANDS)
    text = hand(joined([f"{prefix} {own}".strip(), *parents], rng))
    return text, replace(written, marks=hand is not without_marks)


class _Maker:
    """Makes texts of parts, with what the oracle says of the parts."""

    def __init__(self, times: Times, rng: Random) -> None:
        self.times = times
        self.oracle = Oracle(times)
        self.rng = rng
        self._newest = {key(former.unit): former.unit for former in reversed(times.former)}

    def asked(self, kind: str, unit: Unit, parts: tuple[str | None, Unit | None, Unit | None]) -> Asked:
        """Return a text with the unit's name and these parts: its type word, a district, a province."""
        typed, district, province = parts
        parents = [self._parent(one) for one in (district, province) if one]
        was = any(parent.endswith(" cũ") for parent in parents)
        names = (district.name if district else None, province.name if province else None)
        text, shown = _text(Written(unit.name, typed, *names, was=was), parents, self.rng)
        style, answers, sure = self.rng.choice(STYLES), self.oracle.answers(shown), self.oracle.is_sure(shown)
        return Asked(text, self.times.units.id, style, kind, answers, story=unit.name_with_type, safe=sure)

    def _parent(self, unit: Unit) -> str:
        unit = self._newest.get(key(unit), unit)  # with its last type word
        return _parent(unit, self.rng, was=self.rng.random() < 0.1 and self.times.is_gone(unit))


def _ways_of_former(former: Former, rng: Random) -> Iterator[tuple[str, bool, Unit | None, Unit | None]]:
    """Yield the ways to write a former unit: what it shows, whether with its type word, district and province."""
    unit = former.unit
    old_district, old_province = unit.district, unit.province
    now = next(iter(former.successors), None)
    new_district, new_province = (now.district, now.province) if now else (None, old_province)
    typed = rng.random() < 0.6
    yield "complete", typed, old_district, old_province
    yield "old district", typed, old_district, None
    yield "old province", typed, None, old_province
    yield "old district, new province", typed, old_district, new_province
    yield "new district, new province", typed, new_district, new_province
    yield "new province", True, None, new_province
    yield "alone, with its type", True, None, None
    yield "alone", False, None, None


def former_units(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield every former commune in all the ways to write it, over and over."""
    maker = _Maker(times, rng)
    gone = [one for one in times.former if one.unit.level == "commune" and times.is_gone(one.unit)]
    able = list({key(one.unit): one for one in gone if not one.unit.name.isdigit()}.values())
    while able:
        rng.shuffle(able)
        for former in able:
            for way, typed, district, province in _ways_of_former(former, rng):
                parts = (former.unit.type if typed else None, district, province)
                yield maker.asked(f"former unit, {way}", former.unit, parts)


def units_in_force(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield units in force with parents of their predecessors, without end."""
    maker = _Maker(times, rng)
    able = [unit for unit in times.units.at_level("commune") if unit.code in times.predecessors]
    ends = {former.unit.name for former in times.former if former.unit.level != "commune"}
    while able:
        unit = rng.choice(able)
        was = rng.choice(times.predecessors[unit.code])
        above_it = (
            (was.district, None),
            (None, was.province),
            (was.district, was.province),
            (was.district, unit.province),
        )
        typed = unit.type if unit.name in ends or rng.random() < 0.6 else None
        district, province = rng.choice(above_it)
        yield maker.asked("in force, former parent", unit, (typed, district, province))


def addresses(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield units as in an address, each part with its type word and without any prefix, without end."""
    oracle = Oracle(times)
    units = [unit for unit in times.units.units if unit.level != "province" and not unit.name.isdigit()]
    while True:
        unit = rng.choice(units)
        parents = above(unit)[: rng.choice((1, 2, 2))]
        names = {one.level: one.name for one in parents}
        written = Written(unit.name, unit.type, names.get("district"), names.get("province"))
        text, shown = _text(written, [one.name_with_type for one in parents], rng, prefix="")
        yield Asked(
            text, times.units.id, rng.choice(STYLES), "address", oracle.answers(shown), story=unit.name_with_type
        )


def wrong_former_parents(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield units in force beside a district that none of their predecessors lay in, without end."""
    maker = _Maker(times, rng)
    communes, districts = list(times.units.at_level("commune")), list(times.districts())
    while True:
        unit, district = rng.choice(communes), rng.choice(districts)
        own = {fold(one.name) for one in maker.oracle.parents(unit)}
        if nearest(unit.name, times.names_below(district.name)) > 1 and fold(district.name) not in own:
            provinces = [one for one in maker.oracle.parents(unit) if one.level == "province"]
            parts = (unit.type, district, rng.choice([*provinces, None]))
            yield maker.asked("in force, wrong parent", unit, parts)


def former_ends(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield former districts and provinces with and without what was above them, over and over."""
    maker = _Maker(times, rng)
    former = [former.unit for former in times.former if former.unit.level != "commune"]
    able = [unit for unit in former if times.is_gone(unit)]
    while able:
        unit = rng.choice(able)
        province = unit.province if unit.level == "district" and rng.random() < 0.7 else None
        typed = unit.type if province is None or unit.name == province.name or rng.random() < 0.5 else None
        yield maker.asked(f"former {unit.level}", unit, (typed, None, province))


_WAS: tuple[Callable[[Unit, Unit], str], ...] = (
    lambda now, was: f"{now.name_with_type} (cũ: {was.name})",
    lambda now, was: f"{now.name_with_type} (trước đây là {was.name_with_type})",
    lambda now, was: f"{now.name_with_type} ({was.name_with_type} cũ)",
    lambda now, was: f"{now.name_with_type}, trước là {was.name_with_type}",
    lambda now, was: f"{was.name_with_type} (nay là {now.name_with_type})",
    lambda now, was: f"{was.name_with_type}, nay thuộc {now.name_with_type}",
    lambda now, was: f"{was.name_with_type} nay là {now.name_with_type}",
)


def said_to_be(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield texts that name a unit and say what it was or is, without end: the unit in force is meant."""
    able = [
        (former.successors[0], former.unit)
        for former in times.former
        if former.unit.level == "commune"
        and len(former.successors) == 1
        and former.successors[0].name != former.unit.name
        and len(times.in_force_by_name[fold(former.successors[0].name)]) == 1
        and fold(former.unit.name) not in times.in_force_by_name
        and not former.unit.name.isdigit()
    ]
    while able:
        now, was = rng.choice(able)
        text = f"{rng.choice(ORGANISATIONS)} {rng.choice(_WAS)(now, was)}"
        if rng.random() < 0.3:
            text = f"{text}, {now.province.name_with_type}"
        text = rng.choice(HANDS)(text)
        right = (Answer("deviates", now.code),)
        yield Asked(
            text, times.units.id, rng.choice(STYLES), "said to be or to have been", right, story=f"{was.name_with_type}"
        )


def later_units(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield units of later lists, without end: the list in force has none such."""
    names = {*times.in_force_by_name, *times.former_by_name}
    known = [unit.name for unit in times.units.units]
    communes = [(unit, year) for unit, year in times.later if unit.level == "commune" and fold(unit.name) not in names]
    able = [(unit, year) for unit, year in communes if nearest(unit.name, known) > 2]
    while able:
        unit, year = rng.choice(able)
        text, _ = _text(Written(unit.name, unit.type), [_parent(unit.province, rng)], rng)
        right = (unknown(str(year)),)
        yield Asked(text, times.units.id, rng.choice(STYLES), "later unit", right, story=unit.name_with_type)

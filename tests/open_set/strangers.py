"""Names that no unit of the list has: communes of other provinces, real local places, namesakes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from fanpage_names.units.loading import load_units
from fanpage_names.units.model import STYLES, Style, Unit
from tests.corpus.letters import fold

from .asked import UNKNOWN, Answer, Asked, unknown
from .hands import HANDS, ORGANISATIONS, SHORT_TYPES, joined
from .nearness import allowed, holds, nearest
from .times import Times

_NO_COMMUNES = (
    "Làng ",
    "Chợ ",
    "Chùa ",
    "Đền ",
    "Nhà ",
    "Ga ",
    "Bến ",
    "Cầu ",
    "Phố ",
    "Xóm ",
    "Ấp ",
    "Buôn ",
    "Bản ",
    "Phủ ",
)
_AROUND = ("Fanpage {}", "Trang {}", "{} 2024", "{} năm 2022", "{} - trang chính thức", "{} Official", "Page {}")
_PLACES = Path(__file__).parent / "places.txt"
NEAR, LONG, FAR = "one edit from a name there", "two edits, long names", "far from any name there"


@cache
def country() -> tuple[Unit, ...]:
    """Return all units of the country, of each of the three days."""
    return tuple(unit for name in ("vn_2021", "vn_2024", "vn_2025") for unit in load_units(name).units)


@cache
def _elsewhere() -> tuple[Unit, ...]:
    """Return the communes of the whole country, each name once a province, numbers left out."""
    found = {(unit.name, unit.province.name): unit for unit in country() if unit.level == "commune"}
    return tuple(unit for (name, _), unit in found.items() if not name[0].isdigit())


@cache
def local_places() -> tuple[tuple[str, str, str], ...]:
    """Return province, district and name of the places."""
    lines = (line.split(";") for line in _PLACES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple((province, district, name) for province, district, names in lines for name in names.split(", "))


def _nearness(name: str, there: frozenset[str]) -> str:
    distance = nearest(name, there)
    if distance <= 1:
        return NEAR
    return LONG if distance <= 2 and allowed(name) == 2 else FAR


def _of(unit: Unit) -> str:
    return f"{unit.name_with_type} of {unit.province.name}"


def _written(own: tuple[str, str], above: tuple[Unit | None, Unit], style: Style, rng: Random) -> str:
    """Write a name with its parents in one of the ways of people; half of them as the convention would."""
    (kind, name), parents = own, [unit for unit in above if unit]
    if rng.random() < 0.5:
        words = [name, *(unit.label for unit in parents)]
        typed_words = [kind, name, *(unit.name_with_type for unit in parents)]
        return " ".join(("Mặt trận", *(words if style == "short" else typed_words)))
    typed = rng.random() < 0.6
    if len(parents) > 1 and rng.random() < 0.4:
        parents.pop()
    first = f"{kind} {name}" if typed or rng.random() < 0.3 else name
    prefix = rng.choice((*ORGANISATIONS, "Mặt trận", "Mặt trận", ""))
    text = joined([f"{prefix} {first}".strip(), *(_parent(unit, rng, typed=typed) for unit in parents)], rng)
    return rng.choice(HANDS)(rng.choice(_AROUND).format(text) if rng.random() < 0.12 else text)


def _parent(unit: Unit, rng: Random, *, typed: bool) -> str:
    if typed and unit.type in SHORT_TYPES and rng.random() < 0.2:
        return f"{SHORT_TYPES[unit.type]}{rng.choice((' ', ''))}{unit.name}"
    return unit.name_with_type if typed else unit.label


def _parents(times: Times, rng: Random) -> tuple[Unit | None, Unit]:
    """Draw a district with its province; with a list without districts, one that was, or none."""
    province = times.units.units[0]
    districts = list(times.districts())
    if times.units.has_districts:
        return rng.choice(districts) if rng.random() < 0.85 else None, province
    if rng.random() < 0.5:
        return None, province
    district = rng.choice(districts)
    return district, rng.choice((province, district.province))


def strangers(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield communes of other provinces under districts of the list, without end."""
    home = times.provinces
    able = [unit for unit in _elsewhere() if unit.province.name not in home and fold(unit.name) not in times.taken]
    able = [unit for unit in able if not holds(unit.name, times.names_in_words)]
    while True:
        unit, style = rng.choice(able), rng.choice(STYLES)
        district, province = _parents(times, rng)
        parent = district.name if district else province.name
        there = times.names_below(parent)
        nearness = _nearness(unit.name, there)
        text = _written((unit.type, unit.name), (district, province), style, rng)
        yield Asked(text, times.units.id, style, f"stranger, {nearness}", (unknown(parent),), unit.name, _of(unit))


def places(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield real local places with their right district, without end."""
    districts = {unit.name: unit for unit in times.districts()}
    provinces = {unit.province.name for unit in districts.values()}
    able = [
        (districts[district], name)
        for province, district, name in local_places()
        if district in districts
        and province in provinces
        and fold(name) not in times.taken
        and not holds(name, times.names_in_words)
    ]
    while able:
        (district, name), style = rng.choice(able), rng.choice(STYLES)
        province = (
            district.province if times.units.has_districts else rng.choice((district.province, times.units.units[0]))
        )
        nearness = _nearness(name, times.names_below(district.name))
        text = _written((rng.choice(("xã", "xã", "thị trấn")), name), (district, province), style, rng)
        kind = "place" if nearness == FAR else f"stranger, {nearness}"
        if name.startswith(_NO_COMMUNES):  # a market, a village: as right to say as that the name is unknown
            answers = (UNKNOWN, Answer("unknown", None, "FN410"))
            yield Asked(text, times.units.id, style, kind, answers, story=f"a place in {district.name}")
            continue
        yield Asked(text, times.units.id, style, kind, (unknown(district.name),), name, f"a place in {district.name}")


def _namesakes(times: Times) -> list[Unit]:
    """Return units elsewhere that bear the name of a unit of the list."""
    home = times.provinces
    names = {unit.name for unit in times.units.units if unit.level != "province"}
    return [unit for unit in _elsewhere() if unit.name in names and unit.province.name not in home]


def foreign_namesakes(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield units elsewhere that share a name with one of the list, each with its province, without end."""
    able = _namesakes(times)
    while able:
        unit, style = rng.choice(able), rng.choice(STYLES)
        district = unit.district if rng.random() < 0.2 else None
        text = _written((unit.type, unit.name), (district, unit.province), style, rng)
        if fold(unit.province.name) not in fold(text):
            continue
        yield Asked(text, times.units.id, style, "foreign namesake", (unknown(unit.province.name),), story=_of(unit))


def foreign_units(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield districts elsewhere with their provinces, and provinces by themselves, without end."""
    home = times.provinces
    units = [unit for unit in country() if unit.level != "commune" and unit.province.name not in home]
    taken = {fold(name) for name in home} | set(times.in_force_by_name)
    able = [unit for unit in units if fold(unit.name) not in taken]
    while True:
        unit, style = rng.choice(able), rng.choice(STYLES)
        if unit.level == "province":
            prefix = rng.choice(("Mặt trận Tổ quốc", "MTTQ", "Ủy ban MTTQ Việt Nam", "Mặt trận"))
            text = rng.choice(HANDS)(f"{prefix} {unit.name_with_type}")
        else:
            text = _written((unit.type, unit.name), (None, unit.province), style, rng)
        yield Asked(text, times.units.id, style, "foreign unit", (unknown(unit.name),), story=_of(unit))


def foreign_provinces(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield units of the list with a province that has no unit of that name: FN503 at the province."""
    having: dict[str, set[str]] = {}
    for unit in _elsewhere():
        having.setdefault(unit.province.name, set()).add(fold(unit.name))
    home = times.provinces
    able = [unit for unit in times.units.at_level("commune") if len(times.in_force_by_name[fold(unit.name)]) == 1]
    able = [unit for unit in able if fold(unit.name) not in times.former_by_name]
    while True:
        unit, name = rng.choice(able), rng.choice(sorted(set(having) - home))
        if fold(unit.name) in having[name] or fold(unit.name) == fold(name):
            continue
        parents = [*([unit.district.name] if unit.district else []), name]
        text = " ".join(("Mặt trận", unit.name, *parents))
        right = (Answer("deviates", unit.code, "FN503"),)
        yield Asked(text, times.units.id, "short", "another province", right, story=f"{unit.name_with_type}")

"""Which names units of the country bear, or bore on one of the snapshots' days, and in which provinces.

An index made of all lists, so that a check of one province knows a foreign unit's name, and a check of the whole
country knows in which provinces to look for a former one, without loading any other list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from fanpage_names.text.fold import key_of, plain_numbers
from fanpage_names.units.catalogue import DAYS, FIRST, Shipped, catalogue
from fanpage_names.units.letter import is_number, with_type
from fanpage_names.units.model import Level, Unit
from fanpage_names.units.shipped import shipped_bytes

FILES: Mapping[bool, str] = {True: "names_communes.tsv", False: "names_above.tsv"}
"""The files of the index, for communes and for what is above: a line a key (no zeros before a number), sorted."""

_LEVELS: Mapping[str, Level] = {"p": "province", "d": "district", "c": "commune"}
_YEARS = (*DAYS, FIRST)
LONGEST_NAME = 5
"""So many words an official name has at most."""


class Bearer(NamedTuple):
    """Units of one name, type and province.

    Attributes:
        name: the name, NFC; with its type word where it is a number ("Phường 4"): a number alone is no name.
        level: province, district or commune.
        type: the type word.
        lists: the province's lists of the snapshots in which a unit of it bore the name, the oldest first.
    """

    name: str
    level: Level
    type: str
    lists: tuple[Shipped, ...]


@lru_cache(maxsize=4096)
def named(name: str) -> tuple[Bearer, ...]:
    """Return the units of the country that bear a name, whatever its marks, provinces and districts first."""
    key = plain_numbers(key_of(name))
    return tuple(one for is_commune in (False, True) for one in _entries(_lines(is_commune).get(key, "")))


class NationalNames(NamedTuple):
    """Bare names of provinces and districts, NFC.

    Attributes:
        provinces: of 2021, then those that are new later.
        districts: each with the provinces that have, or had, a district of this name; a numbered district is named
            with its type word ("Quận 1").
    """

    provinces: tuple[str, ...]
    districts: Mapping[str, tuple[str, ...]]


@cache
def national_names() -> NationalNames:
    """Return the names of the country's provinces and districts."""
    provinces = dict.fromkeys(each.province for each in catalogue().values() if each.year in DAYS)
    districts: dict[str, dict[str, None]] = defaultdict(dict)
    for line in _lines(is_commune=False).values():
        for one in _entries(line):
            if one.level == "district":
                districts[one.name] |= dict.fromkeys(listed.province for listed in one.lists)
    return NationalNames(tuple(provinces), {name: tuple(places) for name, places in districts.items()})


@cache
def _lines(is_commune: bool) -> Mapping[str, str]:
    lines = shipped_bytes(FILES[is_commune]).decode("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


@cache
def _provinces() -> Mapping[tuple[int, str], Shipped]:
    return {(each.year, each.code): each for each in catalogue().values()}


def _entries(line: str) -> Iterator[Bearer]:
    """Yield what a line of the index says: `name|level|type|province codes with snapshots`, several by tabs."""
    for entry in filter(None, line.split("\t")):
        name, level, type_word, places = entry.split("|")
        for place in places.split(","):
            yield Bearer(name, _LEVELS[level], type_word, _lists(place))


@cache
def _lists(place: str) -> tuple[Shipped, ...]:
    """Return the lists of a province code with snapshots, the oldest first; most units share theirs."""
    code, _, bits = place.partition(":")
    years = sorted(year for number, year in enumerate(_YEARS) if int(bits) >> number & 1)
    return tuple(_provinces()[year, code] for year in years)


def index_text(units: Iterable[tuple[int, Unit]], *, is_commune: bool) -> str:
    """Return the text of one file of the index from all units, each with the year of its list."""
    keys: dict[str, dict[tuple[str, str, str], dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for year, unit in units:
        if (unit.level == "commune") == is_commune:
            name = with_type(unit.type, unit.name) if is_number(unit.name) else unit.name
            places = keys[plain_numbers(key_of(name))][name, unit.level[0], unit.type]
            code = unit.province.code
            places[code] = places.get(code, 0) | 1 << _YEARS.index(year)
    return "".join(
        "\t".join([key, *("|".join([*about, _places(places)]) for about, places in sorted(entries.items()))]) + "\n"
        for key, entries in sorted(keys.items())
    )


def _places(places: Mapping[str, int]) -> str:
    return ",".join(f"{code}:{bits}" for code, bits in sorted(places.items()))

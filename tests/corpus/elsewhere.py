"""The rest of the country, and other words: texts that mean no unit of the lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from fanpage_names.history.loading import load_history
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import STYLES, Level, Style, UnitList

from .draft import Case
from .letters import fold

_HERE = Path(__file__).parent
_TYPES = ("thành phố", "thị xã", "thị trấn", "đặc khu", "huyện", "quận", "xã", "phường", "tỉnh")


@dataclass(frozen=True, slots=True)
class Place:
    """A province or district elsewhere: its type word, its name, and the list it is from."""

    type: str
    name: str
    period: str

    def written(self, style: Style) -> str:
        """Return the place as the style writes it."""
        return f"{self.type} {self.name}" if style == "full" else self.name


@dataclass(frozen=True, slots=True)
class Country:
    """The country's provinces and districts, those at home left out."""

    provinces: tuple[Place, ...]
    districts: tuple[tuple[Place, Place], ...]
    names: frozenset[str]

    def districts_of(self, province: str) -> frozenset[str]:
        """Return the folded names of a province's districts."""
        return frozenset(fold(district.name) for district, above in self.districts if above.name == province)


def _place(words: str, period: str) -> Place:
    word = next(word for word in _TYPES if words.startswith(word + " "))
    return Place(word, words[len(word) + 1 :], period)


def _lines(name: str) -> list[list[str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split(";") for line in lines if not line.startswith("#")]


@cache
def _lists(list_id: str) -> tuple[UnitList, ...]:
    """Return a list and those before it."""
    return (load_units(list_id), *load_history().earlier_lists(list_id))


@cache
def _home(list_id: str) -> frozenset[str]:
    return frozenset(units.units[0].name for units in _lists(list_id))


@cache
def _names(list_id: str) -> frozenset[str]:
    return frozenset(fold(unit.name) for units in _lists(list_id) for unit in units.units)


@cache
def names_before(list_id: str, *levels: Level) -> frozenset[str]:
    """Return the folded names of the units of some levels in the lists before one."""
    units = (unit for units in _lists(list_id)[1:] for unit in units.units)
    return frozenset(fold(unit.name) for unit in units if unit.level in levels)


def elsewhere(units: UnitList) -> Country:
    """Return the country without the list's province and those that it was made of, whose units are no strangers."""
    return _country(_home(units.id))


@cache
def _country(home: frozenset[str]) -> Country:
    provinces, districts = [], []
    for period, above, below in _lines("country.txt"):
        province = _place(above, period)
        if province.name in home:
            continue
        provinces.append(province)
        districts += [(_place(words, period), province) for words in below.split(", ") if words]
    names = {fold(place.name) for place in provinces} | {fold(place.name) for place, _ in districts}
    return Country(tuple(provinces), tuple(districts), frozenset(names))


@cache
def _communes() -> tuple[tuple[Place, ...], ...]:
    """Return communes elsewhere, each with what lies above it."""
    return tuple(tuple(_place(words, period) for words in units if words) for period, *units in _lines("communes.txt"))


@cache
def other_words() -> tuple[str, ...]:
    """Return names of shops, schools, groups and other things that are no unit."""
    return tuple(line for (line,) in _lines("words.txt"))


def _strange(place: Place, province: Place, units: UnitList) -> bool:
    return province.name not in _home(units.id) and fold(place.name) not in _names(units.id)


def foreign_texts(units: UnitList, style: Style, rng: Random) -> list[tuple[str, str]]:
    """Return official names of units elsewhere that share no name with the list's, each with its kind."""
    places = [chain for chain in _communes() if _strange(chain[0], chain[-1], units)]
    places += [pair for pair in elsewhere(units).districts if _strange(*pair, units)]
    found = [("foreign unit", chain) for chain in places]
    rng.shuffle(found)
    found += [("foreign province", (place,)) for place in elsewhere(units).provinces if _strange(place, place, units)]
    texts = {f"Mặt trận {' '.join(place.written(style) for place in chain)}": kind for kind, chain in found}
    return [(kind, text) for text, kind in texts.items()]


def no_unit_cases(units: UnitList, size: int, rng: Random) -> list[Case]:
    """Return texts that mean no unit of the list: `size` foreign units at most, foreign provinces, other words."""
    chosen: list[tuple[str, str, Style]] = []
    for style in STYLES:
        foreign = foreign_texts(units, style, rng)
        chosen += [(*entry, style) for entry in foreign if entry[0] == "foreign unit"][: size // 2]
        chosen += [(*entry, style) for entry in foreign if entry[0] == "foreign province"]
    chosen += [("other words", text, "short") for text in other_words()]
    return [
        Case(text, units.id, style, "unknown", None, frozenset({"FN501"}), None, None, kind, "none")
        for kind, text, style in chosen
    ]

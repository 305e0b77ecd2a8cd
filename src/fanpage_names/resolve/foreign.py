"""Names of the country's other provinces and districts in a line, so that they are not taken for ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fanpage_names.gazetteer.country_names import alike
from fanpage_names.resolve.lattice import ForeignSpan, Lattice, is_as_written
from fanpage_names.text.fold import key_of
from fanpage_names.text.line import Line
from fanpage_names.units.model import Level
from fanpage_names.units.national import NationalNames, named

_PARTING = frozenset(",;:()[]|/")


@dataclass(frozen=True, slots=True)
class ForeignNames:
    """The foreign names by key; provinces of the list itself are left out.

    Attributes:
        provinces: the keys of the names of provinces.
        names: the names of provinces and districts by key, each with its level, and the keys of the provinces that have
            it; a province has itself.
        reach: how long the longest key is that begins with two letters, by these.
    """

    provinces: frozenset[str]
    names: Mapping[str, Sequence[tuple[str, Level, frozenset[str]]]]
    reach: Mapping[str, int]

    def seen_in(self, lattice: Lattice) -> list[ForeignSpan]:
        """Return the foreign names in a line whose marks and type words are not contradicted, in the text's order."""
        found = []
        line, letters = lattice.line, lattice.line.letters
        for index, start in enumerate(lattice.cuts[:-1], 1):
            longest = self.reach.get(letters[start : start + 2], 0)
            type_word = lattice.type_words.get(start)
            if type_word and not is_as_written(line, type_word):
                type_word = None
            for end in lattice.cuts[index:]:
                if end - start > longest:
                    break
                names = self.names.get(letters[start:end])
                if names is None or _is_parted(line, start, end):
                    continue
                written = line.written(start, end)
                for name, level, provinces in names:
                    if type_word and not type_word.word.may_name(level):
                        continue
                    if (exact := alike(written, name)) is not None:
                        first = type_word.start if type_word else start
                        found.append(ForeignSpan(first, start, end, level, exact, provinces, name))
        return found


def _is_parted(line: Line, start: int, end: int) -> bool:
    """Whether a comma or the like stands between the words: "xã Hải Bắc, Ninh Bình" does not name Bắc Ninh."""
    inside = [line.text[slice(*line.gap(bound))] for bound in line.odd if start < bound < end]
    return any(not _PARTING.isdisjoint(gap) for gap in inside)


def foreign_names(own_provinces: Iterable[str], national: NationalNames) -> ForeignNames:
    """Return the names of `national` that are not of the provinces named, by their keys."""
    own = set(own_provinces)
    names: dict[str, list[tuple[str, Level, frozenset[str]]]] = {}
    for name in national.provinces:
        if (key := key_of(name)) not in own:
            names[key] = [(name, "province", frozenset((key,)))]
    provinces = frozenset(names)
    for name, places in national.districts.items():
        if keys := frozenset(map(key_of, places)) - own:
            names.setdefault(key_of(name), []).append((name, "district", keys))
    reach: dict[str, int] = {}
    for key in names:
        reach[key[:2]] = max(len(key), reach.get(key[:2], 0))
    return ForeignNames(provinces, names, reach)


def pair_of(seen: Sequence[ForeignSpan]) -> tuple[ForeignSpan, ForeignSpan] | None:
    """Return a foreign district and its own province, both there; None where there is no such pair."""
    for district in seen:
        for province in seen:
            if (
                district.level == "district"
                and province.level == "province"
                and (district.end <= province.start or province.end <= district.start)
                and province.provinces <= district.provinces
            ):
                return district, province
    return None


class Elsewhere(NamedTuple):
    """A unit of another province that a text names, with its type word, and the province; itself for a province."""

    name: str
    province: str


def unit_elsewhere(lattice: Lattice) -> Elsewhere | None:
    """Return the unit that a line names before a foreign province that has, or had, one of that name.

    Else the foreign district that it names with its province; None where there is neither.
    """
    for province in lattice.foreign:
        if province.level != "province":
            continue
        end = province.type_word
        districts = [one for one in lattice.foreign if one.level == "district" and one.end == end]
        ends = [end, *(one.type_word for one in districts if province.provinces <= one.provinces)]
        for last in ends:
            for start in lattice.cuts:
                if start >= last:
                    break
                if found := _borne_in(province.name, lattice.line, start, last):
                    return found
    if pair := pair_of(lattice.foreign):
        district, province = pair
        return Elsewhere(district.name, province.name)
    return None


def province_elsewhere(lattice: Lattice) -> Elsewhere | None:
    """Return the foreign province that a line names; None where there is none."""
    provinces = [one.name for one in lattice.foreign if one.level == "province"]
    return Elsewhere(provinces[0], provinces[0]) if provinces else None


def is_commune_elsewhere(written: str) -> bool:
    """Tell whether letters are, marks and all, the name of a commune anywhere in the country."""
    return not written.isascii() and any(one.level == "commune" and alike(written, one.name) for one in named(written))


def _borne_in(province: str, line: Line, start: int, end: int) -> Elsewhere | None:
    """The unit of a province whose name stands between two letters of a line."""
    written = line.written(start, end)
    for one in named(line.letters[start:end]):
        if alike(written, one.name) is not None and any(listed.province == province for listed in one.lists):
            name = one.name if one.name.lower().startswith(one.type) else f"{one.type} {one.name}"
            return Elsewhere(name, province)
    return None

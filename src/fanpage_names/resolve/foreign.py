"""Names of the country's other provinces and districts in a line, so that they are not taken for ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fanpage_names.resolve.form import key_of
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.sight import Sight
from fanpage_names.text.fold import fold_case
from fanpage_names.units.model import Level
from fanpage_names.units.national import NationalNames


class Foreign(NamedTuple):
    """A foreign unit's name at its place.

    Attributes:
        lead: first letter of the type word before it; else of the name.
        start: first letter.
        end: after the last letter.
        level: province or district.
        exact: whether it is written with the marks of the foreign name.
        provinces: the keys of the provinces that a district of this name lies in; the key itself for a province.
    """

    lead: int
    start: int
    end: int
    level: Level
    exact: bool
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True)
class ForeignNames:
    """The foreign names by key; provinces of the list itself are left out.

    Attributes:
        provinces: the names of provinces by key.
        districts: the names of districts by key, each with the keys of the provinces that have one of this name.
        reach: how long the longest key is that begins with two letters, by these.
    """

    provinces: Mapping[str, str]
    districts: Mapping[str, tuple[str, frozenset[str]]]
    reach: Mapping[str, int]

    def seen_in(self, sight: Sight) -> list[Foreign]:
        """Return the foreign names in a line whose marks are not contradicted, in the order of the text."""
        found = []
        line, cuts, letters = sight.line, sight.cuts, sight.line.letters
        for index, start in enumerate(cuts[:-1], 1):
            longest = self.reach.get(letters[start : start + 2], 0)
            for end in cuts[index:]:
                if end - start > longest:
                    break
                key = letters[start:end]
                if key not in self.provinces and key not in self.districts:
                    continue
                lead = sight.leads[start].start if start in sight.leads else start
                written = line.written(start, end)
                if key in self.provinces and (exact := _alike(written, self.provinces[key])) is not None:
                    found.append(Foreign(lead, start, end, "province", exact, frozenset((key,))))
                if key in self.districts:
                    name, provinces = self.districts[key]
                    if (exact := _alike(written, name)) is not None:
                        found.append(Foreign(lead, start, end, "district", exact, provinces))
        return found


def foreign_names(lexicon: Lexicon, national: NationalNames) -> ForeignNames:
    """Return the names of `national` that are not of the lexicon's own provinces."""
    own = {key_of(unit.name) for unit in lexicon.units.at_level("province")}
    provinces = {key_of(name): name for name in national.provinces if key_of(name) not in own}
    districts = {}
    for name, places in national.districts.items():
        keys = frozenset(map(key_of, places)) - own
        if keys:
            districts[key_of(name)] = (name, keys)
    reach: dict[str, int] = {}
    for key in (*provinces, *districts):
        reach[key[:2]] = max(len(key), reach.get(key[:2], 0))
    return ForeignNames(provinces, districts, reach)


def pair_of(seen: Sequence[Foreign]) -> tuple[Foreign, Foreign] | None:
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


def _alike(written: str, name: str) -> bool | None:
    """Whether `written` has the marks of `name`; False where it has none at all, None where it has others."""
    if fold_case(written) == fold_case(name.replace(" ", "")):
        return True
    return False if written.isascii() else None

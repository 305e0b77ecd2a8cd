"""Which unit of the whole country a text means, now or then, without the history of the whole country.

The list in force is read as one. Where that leaves a doubt, the text is read again by the province that it names, or by
the provinces that have or had a unit of a name in it, each with the lists before it.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence

from fanpage_names.gazetteer.country_names import has_namesakes, may_be_province, names_in
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.other_words import OtherWordsFinder
from fanpage_names.history.loading import load_history
from fanpage_names.resolve.costs import MARGIN
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.ranking import Resolution
from fanpage_names.resolve.resolver import Resolver
from fanpage_names.text.decoding import decodings
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_decoded, read_line
from fanpage_names.units.catalogue import COUNTRY, DAYS
from fanpage_names.units.model import Style, Unit, UnitList

_MOST_PROVINCES = 4
"""A name that more provinces have, or had, says nothing of where to look."""
_KEPT = 30
"""So many provinces are kept at a time."""


class CountryResolver:
    """Resolves texts against the list of the whole country.

    Args:
        whole: resolves them against the list as one, without former units.
        other_words: what finds the words that are no part of a name, in place of those that come with the package.
    """

    def __init__(self, whole: Resolver, other_words: OtherWordsFinder | None = None) -> None:
        self._whole = whole
        self._other_words = other_words
        self._style: Style = whole.gazetteer.style
        self._provinces: OrderedDict[str, Resolver] = OrderedDict()

    def resolve(self, raw: str) -> Resolution:
        """Return what `raw` means."""
        found = self._resolved(raw)
        if found.certain and found.parse and _has_namesakes(found.parse):
            return found._replace(certain=False)
        return found

    def _resolved(self, raw: str) -> Resolution:
        line = read_line(raw)
        read = self._read(line, raw)
        if any(_is_settled(one) for one in read):
            return self._best(Resolution(line), read)
        whole = self._whole.resolve(raw)
        if _is_settled(whole):
            return whole
        if whole.line.decoding:
            read = self._read(whole.line, raw)
        elif not any(one.parse for one in (whole, *read)):  # a former name in another encoding, which no unit bears now
            lines = [read_decoded(decoded, name) for name, decoded in decodings(raw, quick=True)]
            read += [one for decoded in lines for one in self._read(decoded, raw)]
        return self._best(whole, read)

    def _read(self, line: Line, raw: str) -> list[Resolution]:
        """What `raw` means to each of the provinces that may say more than the list as one."""
        return [self._of(name).resolve(raw) for name in self._lists_for(line)]

    @staticmethod
    def _best(whole: Resolution, others: Sequence[Resolution]) -> Resolution:
        """The cheapest reading; of readings as good several units, and what one province understood where none is."""
        read = sorted([one for one in others if one.parse], key=_cost)
        if not read:
            said = [one for one in others if one.candidates or one.other]
            if not others or (whole.parse and not (whole.parse.conflicts and said)):
                return whole
            return said[0] if said else others[0] if len(others) == 1 else whole
        best = read[0]
        if _cost(whole) + MARGIN <= _cost(best):
            return whole
        parse = best.parse
        if whole.candidates and parse and not (parse.complete or parse.parent_written or _names_now(parse)):
            return whole
        tied = [one for one in read if _cost(one) < _cost(best) + MARGIN]
        units = dict.fromkeys(unit for one in tied for unit in _units(one))
        if len(tied) > 1 and len(units) > 1:
            return Resolution(best.line, candidates=tuple(sorted(units, key=lambda unit: unit.code)))
        return best

    def _lists_for(self, line: Line) -> Sequence[str]:
        """The lists of the provinces that a line names, else of those that have or had units of most names in it."""
        found = list(names_in(line))
        provinces = dict.fromkeys(
            one.lists[0].last
            for index, (before, units) in enumerate(found)
            for one in units
            if one.level == "province" and (index or may_be_province(before, units))
        )
        if provinces:
            return tuple(provinces)[:_MOST_PROVINCES]
        having = Counter(name for _, units in found for name in dict.fromkeys(one.lists[0].last for one in units))
        most = max(having.values(), default=0)
        others = [name for name, names in having.items() if names == most]
        return others if len(others) <= _MOST_PROVINCES else ()

    def _of(self, name: str) -> Resolver:
        """The resolver of a province; those used last are kept."""
        found = self._provinces.pop(name, None)
        if found is None:
            found = Resolver(Gazetteer(load_history().units(name), self._style), self._other_words)
        self._provinces[name] = found
        if len(self._provinces) > _KEPT:
            self._provinces.popitem(last=False)
        return found


def is_country(units: UnitList) -> bool:
    """Tell whether a list is that of the whole country in a snapshot with others before it."""
    return units.shipped and units.id in [COUNTRY.format(year=year) for year in DAYS if year != min(DAYS)]


def _is_settled(resolution: Resolution) -> bool:
    return resolution.parse is not None and resolution.parse.in_full


def _has_namesakes(parse: Parse) -> bool:
    """Whether a unit named without its province has, or had, namesakes elsewhere; of its type, where that is said."""
    own, slot = parse.own
    typed = any(one.kind == "type" and one.slot == own.slot for one in parse.segments)
    written = parse.line.written(own.start, own.end)
    return not parse.parent_written and slot.level != "province" and has_namesakes(parse.unit, written, typed=typed)


def _names_now(parse: Parse) -> bool:
    """Whether the text says what the unit is now, and so where."""
    return parse.entry.former and any(segment.kind == "remark" for segment in parse.segments)


def _cost(resolution: Resolution) -> float:
    return resolution.parse.cost if resolution.parse else float("inf")


def _units(resolution: Resolution) -> Sequence[Unit]:
    if resolution.succession is not None:
        return resolution.succession.units
    return (resolution.parse.unit,) if resolution.parse else ()

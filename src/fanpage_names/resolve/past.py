"""Names of units of other times: those of earlier lists, which became something else, and those of later ones.

The contract's order of readings, 4: a complete reading in an earlier list beats a wrong parent, an unknown unit and
missing parts in the list in force, as communes of today bear names of communes of then that they do not follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fanpage_names.history.model import History, Step, Succession
from fanpage_names.resolve.deciding import MARGIN, Resolution
from fanpage_names.resolve.form import key_of
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.nearness import NearNames
from fanpage_names.resolve.reading import Reading
from fanpage_names.resolve.resolver import Resolver
from fanpage_names.resolve.sense import settled
from fanpage_names.text.decoding import possible_encodings
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit, UnitList


@dataclass(frozen=True, slots=True)
class Former:
    """A text that means a unit of an earlier list.

    Attributes:
        resolution: what the text means in that list.
        reading: its reading there.
        canonical: the unit's official page name in that list.
        succession: what the unit became in the list in force.
    """

    resolution: Resolution
    reading: Reading
    canonical: str
    succession: Succession

    @property
    def unit(self) -> Unit:
        """The earlier unit."""
        return self.reading.unit

    @property
    def last_step(self) -> Step | None:
        """The last change on the way; None where only names above the unit changed."""
        return self.succession.steps[-1] if self.succession.steps else None


class OtherTimes:
    """The lists before and after one, each with its resolver; loaded when a text first needs them."""

    def __init__(self, lexicon: Lexicon, history: History) -> None:
        self.lexicon = lexicon
        self.units = lexicon.units
        self.history = history

    @cached_property
    def earlier(self) -> tuple[Resolver, ...]:
        """The resolvers of the earlier lists, the newest first."""
        return self._resolvers(self.history.earlier_lists(self.units.id))

    @cached_property
    def later(self) -> tuple[Resolver, ...]:
        """The resolvers of the later lists, the oldest first."""
        return self._resolvers(self.history.later_lists(self.units.id))

    @cached_property
    def later_provinces(self) -> frozenset[str]:
        """The keys of the provinces of later lists: no name is complete without one."""
        return frozenset(
            key_of(unit.name) for resolver in self.later for unit in resolver.lexicon.units.at_level("province")
        )

    @cached_property
    def gone_keys(self) -> frozenset[str]:
        """The keys of names and initials of earlier units whose page names the list in force does not have."""
        return frozenset(
            key
            for resolver in self.earlier
            for key, entry in resolver.lexicon.entries.items()
            if any(resolver.lexicon.canonical[unit.code] not in self.lexicon.exact for unit in entry.units)
        )

    @cached_property
    def near_gone(self) -> NearNames:
        """Those keys, to be found by letters that are nearly theirs."""
        return NearNames(self.gone_keys)

    def none_is_meant(self, now: Resolution) -> bool:
        """Tell whether no earlier unit that is gone is there, nor nearly there in place of what `now` had to guess.

        Where that is so, neither `former` nor `could_be_former` finds one.
        """
        if now.reading is not None:
            return self._none_is_named(now.reading)
        return not self._holds_gone(now.line.letters) and (
            bool(now.candidates) or not possible_encodings(now.line.text)
        )

    def _none_is_named(self, now: Reading) -> bool:
        if not self.earlier:
            return True
        if now.extra() and not settled([now]):
            return False
        letters = now.line.letters
        if self._holds_gone(letters):
            return False
        for piece in now.pieces:
            near = self.near_gone.near(letters[piece.start : piece.end]) if piece.edits else []
            if near and near[0][0] <= piece.edits:
                return False
        return True

    def _holds_gone(self, letters: str) -> bool:
        return any(key in letters for key in self.gone_keys)

    def _resolvers(self, lists: Sequence[UnitList]) -> tuple[Resolver, ...]:
        return tuple(Resolver(Lexicon(units, self.lexicon.style)) for units in lists)

    def former(self, raw: str, now: Resolution) -> Former | None:
        """Return the earlier unit that `raw` means rather than what it means now; None where there is none."""
        found: tuple[Resolver, Resolution, Reading] | None = None
        for resolver in self.earlier:
            then = resolver.resolve(raw)
            if then.reading is None or not _beats(then.reading, now.reading):
                continue
            if found is None or _rank(then.reading) < _rank(found[2]):
                found = resolver, then, then.reading
        if found is None:
            return None
        resolver, then, reading = found
        canonical = resolver.lexicon.canonical[reading.unit.code]
        if canonical in self.lexicon.exact:
            return None
        succession = self.history.successors(resolver.lexicon.units.id, reading.unit.code, self.units.id)
        return Former(then, reading, canonical, succession)

    def could_be_former(self, raw: str, now: Reading) -> bool:
        """Tell whether `raw`, where `now` misses a part, could as well mean an earlier unit that it does not follow."""
        if now.complete:
            return False
        for resolver in self.earlier:
            then = resolver.resolve(raw).reading
            if then is None or then.cost > now.cost or any(then.extra()):
                continue
            succession = self.history.successors(resolver.lexicon.units.id, then.unit.code, self.units.id)
            if succession.units != (now.unit,):
                return True
        return False

    def exists_from(self, line: Line) -> tuple[Unit, date] | None:
        """Return the unit of a later list that a line names in full, and the day from which it exists."""
        if not any(key in line.letters for key in self.later_provinces):
            return None
        for resolver in self.later:
            unit = resolver.named_in_full(line)
            if unit:
                return unit, self.history.dates[resolver.lexicon.units.id]
        return None


def is_settled(now: Resolution) -> bool:
    """Tell whether a text means a unit of the list in force beyond what other times could say."""
    return now.reading is not None and _is_whole(now.reading) and not now.reading.wrong


def _is_whole(reading: Reading) -> bool:
    """Whether a reading explains every word, and no part is missing or another unit's."""
    return reading.complete and reading.explained


def _rank(reading: Reading) -> tuple[bool, float]:
    return not _is_whole(reading), reading.cost


def _beats(then: Reading, now: Reading | None) -> bool:
    """Whether a reading in an earlier list beats the one in the list in force."""
    if now is None:
        return _is_whole(then) or then.evidence > 1
    if _is_whole(then):
        return not _is_whole(now) or now.wrong > then.wrong
    return then.complete and then.cost + MARGIN < now.cost

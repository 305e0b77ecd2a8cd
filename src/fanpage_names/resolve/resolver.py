"""Which unit a submitted text means: the best reading, how sure it is, or why there is none.

The steps go from cheap to dear, and a later one is taken only where the ones before explain too little: the whole
name at once; names found between the words; glued words cut; another encoding or keystrokes undone; letters mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fanpage_names.resolve.building import Others, least_cost, read_as
from fanpage_names.resolve.foreign import Foreign, ForeignNames, foreign_names, pair_of
from fanpage_names.resolve.fuzzy import look_closer, near_names
from fanpage_names.resolve.glue import glue_cuts
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.likeness import distance
from fanpage_names.resolve.reading import CONFLICT, EDIT, EDITED, EXTRA, MISSING, Reading, wrong_marks
from fanpage_names.resolve.sense import makes_sense, parent_written, settled
from fanpage_names.resolve.sight import Sight, look
from fanpage_names.resolve.straight import straight_readings
from fanpage_names.text.decoding import KEYSTROKES, decodings, holds_strange_letters, may_be_encoded
from fanpage_names.text.line import Line, read_decoded, read_line
from fanpage_names.units.model import LEVELS, Level, Unit
from fanpage_names.units.national import national_names

MARGIN = 1.0
"""Readings whose costs differ by less are equally good."""
DOUBT = 1.0
"""A reading that costs as much may be a text in another encoding."""
DECODED = 0.5
"""What a text must gain by being decoded."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text means.

    Attributes:
        line: the text, decoded where that is how it names a unit.
        reading: the best reading; None where no unit, or more than one, is meant.
        candidates: the units that could be meant, where there are several; else empty.
        certain: no other unit could be meant, so a fix may be safe.
        hints: the units with the nearest names, where none is meant and somebody asks.
        later: the unit of a later list that is meant, and the day from which it exists.
    """

    line: Line
    reading: Reading | None = None
    candidates: tuple[Unit, ...] = ()
    certain: bool = False
    hints: tuple[Unit, ...] = ()
    later: tuple[Unit, date] | None = None


class Resolver:
    """Resolves texts against one lexicon; holds no state but what it was built from."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    @cached_property
    def foreign(self) -> ForeignNames:
        """The names of other provinces' units; loaded when a text first needs them."""
        return foreign_names(self.lexicon, national_names())

    def resolve(self, raw: str) -> Resolution:
        """Return what `raw` means."""
        strange = holds_strange_letters(raw)
        if strange and (decoded := self._decoded_as_whole(raw)):
            return decoded
        line = read_line(raw)
        if straight := self._straight(line):
            return straight
        if not strange and (decoded := self._decoded_as_whole(raw)):
            return decoded
        sight = look(line, self.lexicon)
        readings = self._readings(sight)
        encoded = not _explained(readings, DOUBT if not line.plain else None) and may_be_encoded(raw)
        if encoded:
            decoded = self._decoded(raw, readings[0].cost if readings else None)
            if decoded:
                return decoded
        if not _explained(readings) and (encoded or not settled(readings)):
            sight, readings = self._unglued(sight, readings)
        return self._judge(sight, readings)

    def _unglued(self, sight: Sight, readings: list[Reading]) -> tuple[Sight, list[Reading]]:
        """The sight with glued words cut, and its readings, where that explains more."""
        cuts = glue_cuts(sight, self.lexicon)
        if len(cuts) == len(sight.cuts):
            return sight, readings
        sight = look(sight.line, self.lexicon, cuts)
        return sight, self._readings(sight)

    def _straight(self, line: Line) -> Resolution | None:
        """The resolution of a line in which every word is a part in its place; None where others may explain it better."""
        readings = straight_readings(line, self.lexicon)
        if not readings:
            return None
        best = readings[0]
        if not best.cost and len(readings) == 1:
            return Resolution(line, best, certain=True)
        if best.cost + MARGIN > CONFLICT or (not line.plain and best.cost >= DOUBT and may_be_encoded(line.text)):
            return None
        if settled(readings):
            return self._meant(best, readings[1:])
        foreign = [] if best.complete else self.foreign.seen_in(look(line, self.lexicon))
        sensible = [reading for reading in readings if makes_sense(reading, foreign)]
        if not sensible or sensible[0] is not best or _is_foreign(best, foreign):
            return None
        return self._meant(best, sensible[1:], foreign)

    def _decoded_as_whole(self, raw: str) -> Resolution | None:
        """The resolution of `raw` taken for encoded from end to end, where just a name in its order comes of it."""
        for name, decoded in decodings(raw, quick=True):
            straight = self._straight(read_decoded(decoded, name))
            if straight and straight.reading and not straight.reading.cost:
                return straight
        return None

    def _decoded(self, raw: str, cost: float | None) -> Resolution | None:
        """The best resolution of `raw` decoded, where that explains it better than `cost`."""
        lines: list[Line] = []
        for name, decoded in decodings(raw):
            lines.append(read_decoded(decoded, name))
            straight = self._straight(lines[-1])
            if straight and straight.reading and not straight.reading.cost:
                return straight
        limit = float("inf") if cost is None else cost - DECODED
        best: tuple[Sight, list[Reading]] | None = None
        for line in lines:
            sight = look(line, self.lexicon)
            readings = self._readings(sight)
            if not _explained(readings) and not settled(readings):
                sight, readings = self._unglued(sight, readings)
            if line.decoding in KEYSTROKES and readings and readings[0].wrong:
                continue
            if readings and readings[0].cost < limit:
                limit, best = readings[0].cost, (sight, readings)
        judged = self._judge(*best) if best else None
        return judged if judged and (judged.reading or judged.candidates) else None

    def _readings(self, sight: Sight, foreign: Sequence[Foreign] = ()) -> list[Reading]:
        """Return the readings of a sight, the best first."""
        by_code = self.lexicon.units.by_code
        units = [by_code[code] for code in sight.mentions]
        others: dict[int, list[tuple[int, Level]]] = {}
        for name in sorted(foreign, key=lambda name: -name.end):
            others.setdefault(name.start, []).append((name.end, name.level))
        found: list[Reading] = []
        for level in reversed(LEVELS):
            if found and _beats_higher(found[0], sight):
                break
            self._read([unit for unit in units if unit.level == level], sight, others, found)
            found.sort(key=lambda reading: reading.cost)
        return found

    def _read(self, units: list[Unit], sight: Sight, others: Others, found: list[Reading]) -> None:
        """Add to `found` the readings as `units`, but those that cost too much to raise a doubt about the best."""
        least = {unit.code: least_cost(self.lexicon.form(unit), sight) for unit in units}
        best = found[0] if found else None
        for unit in sorted(units, key=lambda unit: least[unit.code]):
            if best and least[unit.code] >= best.cost + MARGIN and (best.complete or least[unit.code] >= EDITED + EDIT):
                break
            reading = read_as(unit, sight, self.lexicon, others)
            if reading:
                found.append(reading)
                best = reading if best is None or reading.cost < best.cost else best

    def _judge(self, sight: Sight, readings: list[Reading]) -> Resolution:
        """Decide between readings, after a closer look where words are left unexplained."""
        line = sight.line
        if settled(readings):
            return self._meant(readings[0], readings[1:])
        explained = _explained(readings)
        foreign = [] if explained and readings[0].complete else self.foreign.seen_in(sight)
        if not explained:
            if foreign:
                readings = self._readings(sight, foreign)
            if readings or not foreign:
                readings = self._closer(sight, readings, foreign)
        readings = [reading for reading in readings if makes_sense(reading, foreign)]
        if not readings or _is_foreign(readings[0], foreign):
            return Resolution(line)
        return self._meant(readings[0], readings[1:], foreign)

    def _closer(self, sight: Sight, readings: list[Reading], foreign: Sequence[Foreign]) -> list[Reading]:
        """The readings after a closer look at the words that nobody has seen, then at those around them."""
        for widely in (False, True):
            closer = look_closer(sight, self.lexicon, foreign, widely=widely)
            if closer is not sight:
                sight, readings = closer, self._readings(closer, foreign)
            if readings and not any(readings[0].extra()):
                break
        return readings

    def _meant(self, best: Reading, others: list[Reading], foreign: Sequence[Foreign] = ()) -> Resolution:
        """The resolution of a line whose best reading is `best`, unless others are as good."""
        meant = [best.unit, *(reading.unit for reading in others if reading.cost < best.cost + MARGIN)]
        if len(meant) > 1:
            in_order = sorted(meant, key=lambda unit: self.lexicon.places[unit.code])
            return Resolution(best.line, candidates=tuple(in_order))
        certain = _certain(best, others, foreign) and not (best.wrong and (best.line.decoding or self._rivals(best)))
        return Resolution(best.line, best, certain=certain)

    def _rivals(self, best: Reading) -> list[Unit]:
        """Units beside the best reading's that its own name, as it is written, is as like to."""
        own, slot = best.own
        written = best.line.written(own.start, own.end)
        if own.edits or own.short or not wrong_marks(written, slot):
            return []
        own_distance = distance(written, slot.name)
        near = near_names(best.line.letters, own.start, [own.end], self.lexicon)
        return [
            unit
            for mention in near
            for unit in mention.units
            if unit is not best.unit
            and unit.level == best.unit.level
            and (unit.parent is best.unit.parent or not parent_written(best))
            and distance(written, unit.name) <= own_distance
        ]


MINOR_COST = MISSING
"""A commune's reading that costs less is not beaten by a district's or a province's."""


def _beats_higher(best: Reading, sight: Sight) -> bool:
    """Whether units of a higher level would cost more: words of the best reading's own name would be left over."""
    if best.cost < MINOR_COST:
        return True
    own, _ = best.own
    if own.edits or (best.extra() and not parent_written(best)):
        return False
    words = sum([own.start <= cut < own.end for cut in sight.cuts])
    if best.cost - EXTRA * len(best.extra()) + MARGIN > EXTRA * words:
        return False
    return not any(
        unit.level != best.unit.level
        for name in sight.names
        if name.start < own.end and own.start < name.end
        for unit in name.units
    )


def _explained(readings: Sequence[Reading], doubt: float | None = None) -> bool:
    """Whether the best reading leaves no word unexplained, and costs less than `doubt`."""
    best = readings[0] if readings else None
    return best is not None and best.explained and (doubt is None or best.cost < doubt)


def _is_foreign(best: Reading, foreign: Sequence[Foreign]) -> bool:
    """Whether the text names a unit of another province rather than `best` (contract, order of readings, 5)."""
    return pair_of(foreign) is not None and not parent_written(best)


def _certain(best: Reading, others: list[Reading], foreign: Sequence[Foreign]) -> bool:
    """Whether no other unit could be meant: the name is complete, or nothing else explains all words."""
    own, _ = best.own
    if best.edits or best.conflicts:
        return False
    if any(name.level == "province" and name.exact and name[1:3] == own[:2] for name in foreign):
        return False
    return not any(
        other.wrong <= best.wrong and other.complete >= best.complete and other.explained for other in others
    )

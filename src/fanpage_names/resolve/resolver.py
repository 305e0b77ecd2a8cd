"""Which unit a submitted text means: the best reading, how sure it is, or why there is none.

The steps go from cheap to dear, and a later one is taken only where the ones before explain too little: the whole
name at once; names found between the words; glued words cut; another encoding or keystrokes undone; letters mended.
"""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.resolve.building import Others, least_cost, read_as
from fanpage_names.resolve.deciding import DOUBT, MARGIN, Decider, Resolution, is_foreign
from fanpage_names.resolve.foreign import Foreign
from fanpage_names.resolve.fuzzy import holds_trace, look_closer
from fanpage_names.resolve.glue import glue_cuts
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.reading import EDIT, EDITED, EXTRA, MISSING, Reading
from fanpage_names.resolve.sense import makes_sense, parent_written, settled
from fanpage_names.resolve.shortcuts import Shortcuts
from fanpage_names.resolve.sight import Sight, look
from fanpage_names.text.decoding import KEYSTROKES, decodings, holds_strange_letters, possible_encodings
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_decoded, read_line
from fanpage_names.units.model import LEVELS, Level, Unit

DECODED = 0.5
"""What a text must gain by being decoded."""


class Resolver:
    """Resolves texts against one lexicon; holds no state but what it was built from."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._decider = Decider(lexicon)
        self._shortcuts = Shortcuts(lexicon, self._decider)

    def resolve(self, raw: str) -> Resolution:
        """Return what `raw` means."""
        shortcuts, strange = self._shortcuts, holds_strange_letters(raw)
        encodings = possible_encodings(raw) if strange else []
        decoded = shortcuts.decoded(raw, encodings) if strange else None
        if decoded:
            return decoded
        line = read_line(raw)
        straight = shortcuts.straight(line)
        if straight:
            return straight
        if not strange:
            encodings = possible_encodings(raw)
            decoded = shortcuts.decoded(raw, encodings) if encodings else None
        return decoded or self._searched(line, encodings)

    def named_in_full(self, line: Line) -> Unit | None:
        """Return the unit whose name a line holds with all its parts, each in its place; None where it does not."""
        resolution = self._shortcuts.straight(line)
        reading = resolution.reading if resolution else None
        return reading.unit if reading and reading.complete and reading.explained else None

    def _searched(self, line: Line, encodings: Sequence[str]) -> Resolution:
        """The resolution of a line that is no name in its order, or may be one in any of the encodings."""
        sight = look(line, self.lexicon)
        if not encodings and (nearly := self._shortcuts.nearly_straight(sight)):
            return nearly
        readings = self._readings(sight)
        if encodings and not _explained(readings, DOUBT if not line.plain else None):
            lines = [read_decoded(decoded, name) for name, decoded in decodings(line.text, encodings)]
            found = (
                self._decoded(lines, readings[0].cost if readings else None)
                if lines
                else self._shortcuts.nearly_straight(sight)
            )
            if found:
                return found
        if not readings or readings[0].extra():
            sight, readings = self._unglued(sight, readings)
        return self._judge(sight, readings)

    def _unglued(self, sight: Sight, readings: list[Reading]) -> tuple[Sight, list[Reading]]:
        """The sight with glued words cut, and its readings, where that explains more."""
        cuts = glue_cuts(sight, self.lexicon)
        if len(cuts) == len(sight.cuts):
            return sight, readings
        sight = look(sight.line, self.lexicon, cuts)
        return sight, self._readings(sight)

    def _decoded(self, lines: Sequence[Line], cost: float | None) -> Resolution | None:
        """The best resolution of a text decoded as one of `lines`, where that explains it better than `cost`."""
        for line in lines:
            straight = self._shortcuts.straight(line)
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
        if not sight.mentions:
            return []
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
            return self._decider.meant(readings[0], readings[1:])
        explained = _explained(readings)
        foreign = [] if explained and readings[0].complete else self._decider.foreign.seen_in(sight)
        if not explained:
            if foreign:
                readings = self._readings(sight, foreign)
            if readings or (not foreign and holds_trace(sight, self.lexicon)):
                readings = self._closer(sight, readings, foreign)
            elif not readings:
                return Resolution(line, unrelated=True)
        readings = [reading for reading in readings if makes_sense(reading, foreign)]
        if not readings or is_foreign(readings[0], foreign):
            return Resolution(line, unrelated=bool(foreign))
        return self._decider.meant(readings[0], readings[1:], foreign)

    def _closer(self, sight: Sight, readings: list[Reading], foreign: Sequence[Foreign]) -> list[Reading]:
        """The readings after a closer look at the words that nobody has seen, then at those around them."""
        for widely in (False, True):
            closer = look_closer(sight, self.lexicon, foreign, widely=widely)
            if closer is not sight:
                sight, readings = closer, self._readings(closer, foreign)
            if readings and not any(readings[0].extra()):
                break
        return readings


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

"""What texts mean that hold nothing but parts of one name: found by looking them up, before anything is built."""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.resolve.deciding import DOUBT, MARGIN, Decider, Resolution, is_foreign
from fanpage_names.resolve.glue import unseen_words
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.nearly import nearly_straight_readings
from fanpage_names.resolve.reading import CONFLICT, EXTRA, MISSING, Reading
from fanpage_names.resolve.sense import makes_sense, settled
from fanpage_names.resolve.sight import Sight, look
from fanpage_names.resolve.straight import straight_readings
from fanpage_names.text.decoding import decodings, possible_encodings
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_decoded
from fanpage_names.text.values import new
from fanpage_names.units.model import Unit


class Shortcuts:
    """Resolves such texts against one lexicon; None is said of all others."""

    def __init__(self, lexicon: Lexicon, decider: Decider) -> None:
        self.lexicon = lexicon
        self.decider = decider

    def straight(self, line: Line) -> Resolution | None:
        """Return the resolution of a line in which every word is a part in its place.

        None also where other readings, or another encoding, may explain the line better.
        """
        readings = straight_readings(line, self.lexicon)
        if not readings:
            return None
        best = readings[0]
        sure = len(readings) == 1 and not best.wrong
        if not (sure and not best.cost):
            if best.cost + MARGIN > CONFLICT and len(best.pieces) > 2:
                return None
            if not line.plain and best.cost >= DOUBT and possible_encodings(line.text):
                return None
            if not (sure and best.complete and len(best.form.roles) > 1) or best.own[1].key.isdigit():
                return self._decided(line, readings)
        return new(Resolution, (line, best, (), True, False, (), None))

    def _decided(self, line: Line, readings: list[Reading]) -> Resolution | None:
        best, decider = readings[0], self.decider
        if settled(readings):
            return decider.meant(best, readings[1:])
        beyond_doubt = best.complete or decider.is_ours(best)
        foreign = [] if beyond_doubt else decider.foreign.seen_in(look(line, self.lexicon))
        # Without a foreign name, a name that has any evidence in a line without other words makes sense.
        sensible = [one for one in readings if (one.evidence and not foreign) or makes_sense(one, foreign)]
        if not sensible or sensible[0] is not best or is_foreign(best, foreign):
            return None
        return decider.meant(best, sensible[1:], foreign)

    def nearly_straight(self, sight: Sight) -> Resolution | None:
        """Return the resolution of a line in which some parts have other letters, and all else is in its place."""
        if not (sight.line.plain and self._may_be_nearly_straight(sight)):
            return None
        foreign = self.decider.foreign.seen_in(sight)
        elsewhere = any(name.exact and name.level == "province" for name in foreign)
        readings = [] if elsewhere else nearly_straight_readings(sight.line, self.lexicon)
        if not readings:
            return None
        parts = sum([piece.edits > 0 for piece in readings[0].pieces])
        if readings[0].cost + MARGIN > parts * (EXTRA + MISSING):
            return None
        if any(not makes_sense(reading, foreign) for reading in readings) or is_foreign(readings[0], foreign):
            return None
        return self.decider.meant(readings[0], readings[1:], foreign)

    def _may_be_nearly_straight(self, sight: Sight) -> bool:
        """Whether names are seen in a line, and words that are none, but no commune with all above it."""
        by_code, mentions = self.lexicon.units.by_code, sight.mentions
        if not mentions or not unseen_words(sight, 1):
            return False
        for code in mentions:
            unit: Unit | None = by_code[code]
            if unit and unit.level == "commune":
                while unit and unit.code in mentions:
                    unit = unit.parent
                if unit is None:
                    return False
        return True

    def decoded(self, raw: str, encodings: Sequence[str]) -> Resolution | None:
        """Return the resolution of `raw` taken for encoded from end to end, where a name in its order comes of it."""
        for name, decoded in decodings(raw, encodings, quick=True):
            straight = self.straight(read_decoded(decoded, name))
            if straight and straight.reading and not straight.reading.wrong:
                return straight
        return None

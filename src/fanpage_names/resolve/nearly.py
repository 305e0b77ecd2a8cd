"""Lines in which some parts are written with other letters, and all else is a part in its place.

The names of units with all those above them are few enough to be found as wholes (`Lexicon.near_sequences`); words tell
where a part that differs begins and ends. What such a line could mean besides leaves words unexplained and costs more.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from fanpage_names.resolve.deciding import MARGIN
from fanpage_names.resolve.fuzzy import near_first_prefix
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.likeness import other_marks
from fanpage_names.resolve.nearness import most_edits
from fanpage_names.resolve.piece import Piece
from fanpage_names.resolve.reading import EDIT, EDITED, MINOR, WRONG_MARK, Reading, wrong_marks
from fanpage_names.resolve.sight import Lead, Prefix, is_as_written, prefix_end
from fanpage_names.resolve.straight import leads_of, leads_to, without
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit


def nearly_straight_readings(line: Line, lexicon: Lexicon) -> list[Reading]:
    """Return the readings of a plain line with a prefix in which parts are written with other letters.

    The cheapest comes first. There is none where a word of such a part is a name or a type word itself.
    """
    prefix = _prefix(line)
    if prefix is None:
        return []
    leads = [lead for lead in leads_of(line, prefix.end) if is_as_written(line, lead)]
    readings: list[Reading] = []
    most = inf
    for edits, key in lexicon.near_sequences.near(without(line.letters, prefix.end, leads), exact=bool(prefix.edits)):
        if EDITED + EDIT * edits > most:
            break
        for unit, filled in lexicon.sequences[key]:
            if len(filled) == len(lexicon.form(unit).roles):
                reading = _Walk(line, lexicon, unit, prefix).reading(filled, leads)
                if reading is not None:
                    readings.append(reading)
                    most = min(most, reading.cost + MARGIN)
    readings.sort(key=lambda reading: reading.cost)
    return readings


def _prefix(line: Line) -> Prefix | None:
    """The prefix that a line begins with, or that its first two words may stand for."""
    end = prefix_end(line.letters, 0, line.bounds)
    return Prefix(0, end) if end else near_first_prefix(line)


class _Walk:
    """Reads a line word by word as the name of one unit."""

    def __init__(self, line: Line, lexicon: Lexicon, unit: Unit, prefix: Prefix) -> None:
        self.line = line
        self.lexicon = lexicon
        self.unit = unit
        self.form = lexicon.form(unit)
        self.bounds = line.bounds[line.bounds.index(prefix.end) :]
        self.pieces = [Piece(0, prefix.end, "prefix", self.form.prefix, None, False, prefix.edits)]
        self.edits = prefix.edits
        self.cost = EDITED + EDIT * prefix.edits if prefix.edits else 0.0
        self.wrong = 0
        self.evidence = 0

    def reading(self, filled: Sequence[int], leads: Sequence[Lead]) -> Reading | None:
        """Return the reading with names in the slots `filled`; None where words part elsewhere."""
        left = list(leads)
        for index in filled:
            if left and left[0].start == self.bounds[0]:
                if not self._take_lead(index, left.pop(0), own=index == filled[0]):
                    return None
            elif self.form.slots[index].lead:
                if self.unit.level == "province":
                    return None
                self.cost += MINOR
            if not self._take_name(index):
                return None
        if left or len(self.bounds) > 1 or self.form.prefix is None:
            return None
        self.cost += WRONG_MARK * self.wrong
        evidence = len(filled) + self.evidence
        return Reading(
            self.unit, self.line, self.form, tuple(self.pieces), (), self.cost, 0, evidence, self.wrong, self.edits
        )

    def _take_lead(self, index: int, lead: Lead, *, own: bool) -> bool:
        if not leads_to(lead, self.form.slots[index]) or lead.end not in self.bounds:
            return False
        self.pieces.append(Piece(lead.start, lead.end, "lead", index, lead.word))
        self.bounds = self.bounds[self.bounds.index(lead.end) :]
        self.evidence += own
        return True

    def _take_name(self, index: int) -> bool:
        slot, line = self.form.slots[index], self.line
        if len(self.bounds) <= len(slot.words):
            return False
        begin, end = self.bounds[0], self.bounds[len(slot.words)]
        written, letters, edits = line.written(begin, end), line.letters[begin:end], 0
        if letters == slot.key:
            self.wrong += wrong_marks(written, slot)
        else:
            edits = number_of_edits(letters, slot.key)
            after = self.pieces[-1].word
            if (
                (after and after.short)
                or edits > most_edits(min(len(letters), len(slot.key)))
                or self._holds_entry(len(slot.words))
            ):
                return False
            self.edits += edits
            self.cost += EDITED + EDIT * edits + other_marks(written, slot.name, edits)
        self.pieces.append(Piece(begin, end, "name", index, None, False, edits))
        self.bounds = self.bounds[len(slot.words) :]
        return True

    def _holds_entry(self, words: int) -> bool:
        """Whether any of the next `words` words are a name or a type word."""
        cuts, entries = self.bounds[: words + 1], self.lexicon.entries
        return any(
            self.line.letters[first:last] in entries for index, first in enumerate(cuts) for last in cuts[index + 1 :]
        )

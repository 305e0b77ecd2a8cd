"""One way to read a line: as the page name of one unit, every letter accounted for, and what that costs.

The costs order the readings as the contract's section on rules asks: a reading that explains all words and misses no
part comes before one that misses some; the fewest missing parts win; marks that are written decide between names that
are equal without them; a type word and a parent that contradict each other weigh the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from fanpage_names.resolve.lexicon import TYPE_WORDS, Form, Lexicon, Role, Slot, TypeWord
from fanpage_names.resolve.likeness import other_marks
from fanpage_names.resolve.sight import Lead, Mention, Sight
from fanpage_names.text.compare import LETTERS, MARKS_WRONG, compare
from fanpage_names.text.fold import fold_tone
from fanpage_names.text.line import Line
from fanpage_names.text.syllable import tones_of
from fanpage_names.units.model import Level, Unit

PieceKind = Literal["prefix", "lead", "name", "parent", "repeat", "extra"]

MISSING = 3.0
"""A district or province that is not written, or the type word that alone tells a province from its city."""
CONFLICT = 6.0
"""A parent or a type word that belongs to another unit."""
WRONG_MARK = 2.5
"""A tone or a vowel mark other than the name's."""
EDITED, EDIT = 4.0, 3.0
"""A name written with other letters, and each such letter."""
EXTRA = 8.0
"""A word that belongs to nothing."""
SPLIT = 1.0
"""A space inside a word; punctuation twice that."""
REPEATED = 3.0
"""A part that is there again."""
MINOR = 0.5
"""What the style asks for and no unit depends on: a label's word, the order."""


class Piece(NamedTuple):
    """Letters and what they are in a reading.

    Attributes:
        start: first letter.
        end: after the last letter.
        kind: prefix; lead (a type word); name (of the unit or of one above it); parent (the name of a unit that is not above it,
            in the place of one that is); repeat (a part that is there already); extra.
        slot: the slot of the canonical name that the piece fills; None for repeats and extra words.
        word: the type word of a lead.
        short: a name abbreviated to initials.
        edits: letters that differ from what should be there.
    """

    start: int
    end: int
    kind: PieceKind
    slot: int | None = None
    word: TypeWord | None = None
    short: bool = False
    edits: int = 0


class Reading(NamedTuple):
    """A line read as the page name of one unit.

    Attributes:
        unit: the unit.
        line: the line.
        form: what its canonical name is made of.
        pieces: all letters of the line, in order.
        missing: the slots that nothing fills.
        cost: how much speaks against this reading; 0 for nothing.
        conflicts: how many pieces speak for another unit.
        evidence: how many pieces besides the name speak for this one.
        wrong: how many marks contradict the names.
        edits: how many letters differ from what should be there.
    """

    unit: Unit
    line: Line
    form: Form
    pieces: tuple[Piece, ...]
    missing: tuple[int, ...]
    cost: float
    conflicts: int
    evidence: int
    wrong: int = 0
    edits: int = 0

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the canonical name."""
        return self.form.slots

    @property
    def complete(self) -> bool:
        """Whether no part but the prefix is missing."""
        return self.missing in ((), (self.form.prefix,))

    @property
    def misordered(self) -> bool:
        """Whether the pieces are in another order than the canonical name's."""
        order = [piece.slot for piece in self.pieces if piece.slot is not None]
        return order != sorted(order)

    def extra(self) -> list[Piece]:
        """Return the pieces that fill no slot."""
        return [piece for piece in self.pieces if piece.slot is None]

    @property
    def own(self) -> tuple[Piece, Slot]:
        """The piece that is the name of the unit itself, and its slot."""
        slot = self.form.roles[0].slot
        return next(piece for piece in self.pieces if piece.slot == slot and piece.kind == "name"), self.slots[slot]


Others = Mapping[int, Sequence[tuple[int, Level]]]
"""Names of units that are not of the list: by the letter they begin at, where they end and their level."""


class Builder:
    """Builds the reading of a sight as one unit."""

    def __init__(self, unit: Unit, sight: Sight, lexicon: Lexicon, others: Others) -> None:
        self.unit = unit
        self.sight = sight
        self.form = lexicon.form(unit)
        self.others = others
        self.pieces: list[Piece] = []
        self.filled: set[int] = set()
        self.cost = 0.0
        self.conflicts = 0
        self.evidence = 0
        self.wrong = 0

    def build(self) -> Reading | None:
        """Return the reading; None where the unit's own name is not there."""
        for role in self.form.roles:
            mention = self._mention_for(role)
            if mention is not None:
                self._take_name(role, mention)
            elif role.own:
                return None
        self._take_prefix()
        if sum([piece.end - piece.start for piece in self.pieces]) < len(self.sight.line.letters):
            self._take_rest()
        self.pieces.sort()
        order = [piece.slot for piece in self.pieces if piece.slot is not None]
        if order != sorted(order):
            self.cost += MINOR
        return Reading(
            self.unit,
            self.sight.line,
            self.form,
            tuple(self.pieces),
            self._missing(),
            self.cost,
            self.conflicts,
            self.evidence,
            self.wrong,
            sum([piece.edits for piece in self.pieces]),
        )

    def _missing(self) -> tuple[int, ...]:
        slots = self.form.slots
        if len(self.filled) == len(slots):
            return ()
        missing = tuple(index for index in range(len(slots)) if index not in self.filled)
        self.cost += MISSING * sum(slots[index].level is not None for index in missing)
        return missing

    def _free(self, start: int, end: int) -> bool:
        for piece in self.pieces:  # noqa: SIM110 -- the hottest loop of all: a generator would double its time
            if start < piece.end and piece.start < end:
                return False
        return True

    def _mention_for(self, role: Role) -> Mention | None:
        """The mention that fills a role best: its type word fits; else the first, for a province the last."""
        owner = role.owner
        mentions = self.sight.mentions.get(owner.code)
        if not mentions:
            return None
        best: tuple[int, int, int] | None = None
        chosen = None
        for mention in mentions:
            if not self._free(mention.start, mention.end):
                continue
            lead = self._lead_of(mention)
            fits = 1 if lead is None else 0 if owner.type in lead.word.types else 2
            if fits == 2 and lead and self._speaks_for_other(owner, mention, lead):
                continue
            place = -mention.start if owner.level == "province" else mention.start
            rank = (mention.edits, fits, place)
            if best is None or rank < best:
                best, chosen = rank, mention
        return chosen

    def _speaks_for_other(self, owner: Unit, mention: Mention, lead: Lead) -> bool:
        """Whether the type word makes the mention the name of another unit of the same line of units."""
        return any(
            role.owner is unit and unit is not owner and unit.type in lead.word.types
            for role in self.form.roles
            for unit in mention.units
        )

    def _lead_of(self, mention: Mention) -> Lead | None:
        sight = self.sight
        lead = sight.leads.get(mention.start) or sight.tails.get(mention.end)
        return lead if lead and self._free(lead.start, lead.end) else None

    def _take_name(self, role: Role, mention: Mention) -> None:
        slot, line = self.form.slots[role.slot], self.sight.line
        holds_lead = mention.short and mention.end - mention.start > 2
        lead = None if holds_lead else self._lead_of(mention)
        self.filled.add(role.slot)
        self.pieces.append(
            Piece(mention.start, mention.end, "name", role.slot, None, mention.short, mention.edits)
        )
        if not role.own:
            self.evidence += 1
        if lead:
            self.pieces.append(Piece(lead.start, lead.end, "lead", role.slot, lead.word))
            if role.owner.type not in lead.word.types:
                self.conflicts += role.own
                self.cost += CONFLICT
            elif role.own:
                self.evidence += 1
        elif slot.lead and not mention.short:
            self.cost += MISSING if role.own and role.owner.level == "province" else MINOR
        if mention.edits:
            written = line.written(mention.start, mention.end)
            self.cost += EDITED + EDIT * mention.edits + other_marks(written, slot.name, mention.edits)
        elif not mention.short:
            self._weigh_letters(line, mention, slot)

    def _weigh_letters(self, line: Line, mention: Mention, slot: Slot) -> None:
        wrong = wrong_marks(line.written(mention.start, mention.end), slot)
        if wrong:
            self.wrong += wrong
            self.cost += WRONG_MARK * wrong
        if not line.plain or self.sight.cuts is not line.bounds:
            self.cost += breaks(line, mention.start, slot)

    def _take_prefix(self) -> None:
        if self.form.prefix is None:
            return
        for prefix in self.sight.prefixes:
            if self._free(prefix.start, prefix.end):
                piece = Piece(prefix.start, prefix.end, "prefix", self.form.prefix, None, False, prefix.edits)
                self.pieces.append(piece)
                self.filled.add(self.form.prefix)
                self.evidence += 1
                if prefix.edits:
                    self.cost += EDITED + EDIT * prefix.edits
                return

    def _take_rest(self) -> None:
        """Account for every letter that is left, from left to right."""
        cuts = self.sight.cuts
        taken = sorted(self.pieces)
        next_word = dict(pairwise(cuts))
        at = 0
        for piece in [*taken, None]:
            limit = piece.start if piece else cuts[-1]
            while at < limit:
                at = self._take_other(at, next_word[at], limit)
            at = piece.end if piece else limit

    def _take_other(self, start: int, word_end: int, limit: int) -> int:
        """Take what begins at `start` and is no part of the name; return where it ends (at most `limit`)."""
        sight = self.sight
        for prefix in sight.prefixes:
            if prefix.start == start and prefix.end <= limit:
                return self._extra(start, prefix.end, "repeat", REPEATED)
        name_start = start
        for lead in sight.leads.values():
            if lead.start == start and name_start < lead.end < limit:
                name_start = lead.end
        lead = sight.leads.get(name_start) if name_start > start else None
        ours = sight.starting.get(name_start, ())
        for mention in ours:
            if mention.edits or mention.end > limit:
                continue
            for unit in mention.units:
                if lead is not None and unit.type not in lead.word.types:
                    continue
                if any(role.owner is unit for role in self.form.roles):
                    return self._extra(start, mention.end, "repeat", REPEATED)
                if self._take_parent(start, mention.end, unit.level):
                    return mention.end
        named = {mention.end for mention in ours if not mention.edits and self._as_written(mention)}
        for end, level in self.others.get(name_start, ()):
            if end <= limit and end not in named and self._take_parent(start, end, level):
                return end
        return self._extra(start, word_end, "extra", EXTRA)

    def _as_written(self, mention: Mention) -> bool:
        """Whether no mark of a mention contradicts the name."""
        written = self.sight.line.written(mention.start, mention.end)
        names = ("".join(unit.name.split()).lower() for unit in mention.units)
        return written.isascii() or written.lower() in names

    def _take_parent(self, start: int, end: int, level: Level) -> bool:
        """Take the name of a unit that is not above this one for a parent that is not there."""
        for role in self.form.roles:
            if role.owner.level == level and not role.own and role.slot not in self.filled:
                self.filled.add(role.slot)
                self.pieces.append(Piece(start, end, "parent", role.slot))
                self.conflicts += 1
                self.cost += CONFLICT
                return True
        return False

    def _extra(self, start: int, end: int, kind: PieceKind, cost: float) -> int:
        self.pieces.append(Piece(start, end, kind))
        self.cost += cost
        return end


def read_as(unit: Unit, sight: Sight, lexicon: Lexicon, others: Others) -> Reading | None:
    """Return the line read as the page name of `unit`; None where its name is not there.

    Args:
        unit: a unit of the lexicon's list.
        sight: what can be seen in the line.
        lexicon: the keys of the list.
        others: names of units of other provinces.
    """
    return Builder(unit, sight, lexicon, others).build()


def least_cost(form: Form, sight: Sight) -> float:
    """Return what a line costs at least when it is read as the unit of `form`, whose own name is there."""
    cost = 0.0
    for role in form.roles:
        mentions = sight.mentions.get(role.owner.code)
        if role.own and mentions:
            edits = min([mention.edits for mention in mentions])
            cost += EDITED + EDIT * edits if edits else 0
        elif not mentions:
            cost += MISSING
    return cost


def read_whole(unit: Unit, line: Line, lexicon: Lexicon) -> Reading:
    """Return the reading of a line whose letters are those of the unit's canonical name, each at its place."""
    form = lexicon.form(unit)
    pieces: list[Piece] = []
    at, cost, wrong = 0, 0.0, 0
    unmarked = isinstance(line.clean, str) and line.clean.isascii()
    for index, slot in enumerate(form.slots):
        if slot.lead:
            end = at + len(slot.lead_key)
            pieces.append(Piece(at, end, "lead", index, TYPE_WORDS.get(slot.lead_key)))
            at = end
        end = at + len(slot.key)
        pieces.append(Piece(at, end, "name" if slot.level else "prefix", index))
        if not unmarked:
            wrong += wrong_marks(line.written(at, end), slot)
        if not line.plain:
            cost += breaks(line, at, slot)
        at = end
    cost += WRONG_MARK * wrong
    return Reading(unit, line, form, tuple(pieces), (), cost, 0, len(form.slots) - 1, wrong)


def wrong_marks(written: str, slot: Slot) -> int:
    """Return how many tones and vowel marks of `written` contradict the slot's name; keys must agree.

    A word without any mark contradicts nothing: its marks are lost, not wrong.
    """
    if written == slot.joined or written.lower() in slot.unmarked:
        return 0
    wrong = start = 0
    for word in slot.words:
        end = start + len(word)
        found = written[start:end]
        start = end
        if found == word:
            continue
        difference = compare(found, word)
        if difference & LETTERS:
            wrong += 2
        elif difference & MARKS_WRONG:
            other_tone = tones_of(found.lower()) != tones_of(word.lower())
            wrong += 1 + (other_tone and fold_tone(found.lower()) != fold_tone(word.lower()))
    return wrong


def breaks(line: Line, start: int, slot: Slot) -> float:
    """Return what it costs that words of the slot's name, which begins at letter `start`, are split."""
    bounds = line.bounds
    first, last = bisect_right(bounds, start), bisect_left(bounds, start + len(slot.key))
    inside = [bound for bound in bounds[first:last] if bound - start not in slot.offsets]
    return sum([SPLIT if line.text[slice(*line.gap(bound))].isspace() else 2 * SPLIT for bound in inside])

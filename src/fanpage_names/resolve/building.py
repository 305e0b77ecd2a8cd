"""How the readings of a line are built, from what can be seen in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from fanpage_names.resolve.form import Form, Role, Slot
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.likeness import other_marks
from fanpage_names.resolve.piece import Piece, PieceKind
from fanpage_names.resolve.reading import (
    CONFLICT,
    EDIT,
    EDITED,
    EXTRA,
    MINOR,
    MISSING,
    REPEATED,
    WRONG_MARK,
    Reading,
    breaks,
    spelt,
    wrong_marks,
)
from fanpage_names.resolve.sight import Lead, Mention, Sight
from fanpage_names.resolve.spelling import Spelling
from fanpage_names.resolve.vocabulary import CITY
from fanpage_names.text.line import Line
from fanpage_names.text.values import new
from fanpage_names.units.model import Level, Unit

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
        self.spellings: dict[int, Spelling] = {}

    def build(self) -> Reading | None:
        """Return the reading; None where the unit's own name is not there."""
        line, form = self.sight.line, self.form
        for role in form.roles:
            mention = self._mention_for(role)
            if mention is not None:
                self._take_name(role, mention)
            elif role.own:
                return None
        self._take_prefix()
        self.pieces.sort()
        taken = edits = 0
        for piece in self.pieces:
            taken += piece.end - piece.start
            edits += piece.edits
        if taken < len(line.letters):
            self._take_rest()
            self.pieces.sort()
        order = [piece.slot for piece in self.pieces if piece.slot is not None]
        if order != sorted(order):
            self.cost += MINOR
        missing = self._missing()  # which adds to the cost
        return new(
            Reading,
            (
                *(self.unit, line, form, tuple(self.pieces), missing, self.cost),
                *(self.conflicts, self.evidence, self.wrong, edits, self.spellings),
            ),
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
        """The mention that fills a role best: its type word fits, then its marks; else the first, a province's last."""
        owner = role.owner
        mentions = self.sight.mentions.get(owner.code)
        if not mentions:
            return None
        if len(mentions) == 1:
            return mentions[0] if self._may_fill(role, mentions[0]) else None
        best: tuple[bool, int, int, int, int] | None = None
        chosen = None
        for mention in mentions:
            if not self._may_fill(role, mention):
                continue
            lead = self._lead_of(mention, owner)
            fits = 1 if lead is None else 0 if owner.type in lead.word.types else 2
            place = -mention.start if owner.level == "province" else mention.start
            wrong = self._wrong(mention, role)
            rank = (self._fits_other(mention, role, wrong), fits, mention.edits, wrong, place)
            if best is None or rank < best:
                best, chosen = rank, mention
        return chosen

    def _may_fill(self, role: Role, mention: Mention) -> bool:
        """Whether nothing else is in the place of a mention, and no type word makes it another unit's name."""
        if not self._free(mention.start, mention.end):
            return False
        lead = self._lead_of(mention, role.owner)
        return (
            lead is None or role.owner.type in lead.word.types or not self._speaks_for_other(role.owner, mention, lead)
        )

    def _wrong(self, mention: Mention, role: Role) -> int:
        """How many marks of a mention contradict the name of the role's unit."""
        if mention.edits or mention.short:
            return 0
        return wrong_marks(self.sight.line.written(mention.start, mention.end), self.form.slots[role.slot])

    def _fits_other(self, mention: Mention, role: Role, wrong: int) -> bool:
        """Whether the marks of a mention are more those of another unit of the same line of units."""
        codes = {unit.code for unit in mention.units}
        return wrong > 0 and any(
            other is not role and other.owner.code in codes and self._wrong(mention, other) < wrong
            for other in self.form.roles
        )

    def _speaks_for_other(self, owner: Unit, mention: Mention, lead: Lead) -> bool:
        """Whether the type word makes the mention the name of another unit of the same line of units."""
        codes = self.form.codes
        return any(
            unit.code in codes and unit.code != owner.code and unit.type in lead.word.types for unit in mention.units
        )

    def _lead_of(self, mention: Mention, owner: Unit) -> Lead | None:
        """The type word of a mention."""
        sight = self.sight
        lead = sight.leads.get(mention.start) or sight.tails.get(mention.end)
        if not lead or not self._free(lead.start, lead.end):
            return None
        return lead if owner.type in lead.word.types or not self._in_name(lead, mention) else None

    def _in_name(self, lead: Lead, mention: Mention) -> bool:
        """Whether a type word is a word of another name of the same line of units: "Nho Quan Phú Sơn"."""
        return any(
            name != mention and name.start <= lead.start and lead.end <= name.end and not (name.edits or name.short)
            for code in self.form.codes
            for name in self.sight.mentions.get(code, ())
        )

    def _take_name(self, role: Role, mention: Mention) -> None:
        slot, line = self.form.slots[role.slot], self.sight.line
        holds_lead = mention.short and line.letters.startswith(CITY, mention.start)
        lead = None if holds_lead else self._lead_of(mention, role.owner)
        self.filled.add(role.slot)
        self.pieces.append(
            new(Piece, (mention.start, mention.end, "name", role.slot, None, mention.short, mention.edits))
        )
        if not role.own:
            self.evidence += 1
        if lead:
            self.pieces.append(new(Piece, (lead.start, lead.end, "lead", role.slot, lead.word, False, 0)))
            if role.owner.type not in lead.word.types:
                self.conflicts += 1
                self.cost += CONFLICT + (MISSING if role.own and role.owner.level == "province" else 0)
            elif role.own:
                self.evidence += 1
        elif slot.lead and not mention.short:
            self.cost += MISSING if role.own and role.owner.level == "province" else MINOR
        if mention.edits:
            written = line.written(mention.start, mention.end)
            self.cost += EDITED + EDIT * mention.edits + other_marks(written, slot.name, mention.edits)
        elif not mention.short:
            self._weigh_letters(line, mention, slot, role.slot)

    def _weigh_letters(self, line: Line, mention: Mention, slot: Slot, index: int) -> None:
        how = self.spellings[index] = spelt(line.written(mention.start, mention.end), slot)
        if how.wrong:
            self.wrong += how.wrong
            self.cost += WRONG_MARK * how.wrong
        if not line.plain or self.sight.cuts is not line.bounds:
            self.cost += breaks(line, mention.start, slot)

    def _take_prefix(self) -> None:
        if self.form.prefix is None:
            return
        for prefix in self.sight.prefixes:
            if self._free(prefix.start, prefix.end):
                piece = new(Piece, (prefix.start, prefix.end, "prefix", self.form.prefix, None, False, prefix.edits))
                self.pieces.append(piece)
                self.filled.add(self.form.prefix)
                self.evidence += 1
                if prefix.edits:
                    self.cost += EDITED + EDIT * prefix.edits
                return

    def _take_rest(self) -> None:
        """Account for every letter that is left, from left to right."""
        cuts = self.sight.cuts
        places = [(piece.start, piece.end) for piece in self.pieces]
        places.append((cuts[-1], cuts[-1]))
        at = 0
        for start, end in places:
            while at < start:
                at = self._take_other(at, cuts[bisect_right(cuts, at)], start)
            at = end

    def _take_other(self, start: int, word_end: int, limit: int) -> int:
        """Take what begins at `start` and is no part of the name; return where it ends (at most `limit`)."""
        sight = self.sight
        for prefix in sight.prefixes:
            if prefix.start == start and prefix.end <= limit:
                return self._extra(start, prefix.end, "repeat", REPEATED)
        name_start, typed = start, None
        for lead in sight.leads.values():
            if lead.start == start and name_start < lead.end < limit:
                name_start, typed = lead.end, lead
        ours = [name for name in sight.names if name.start == name_start and not name.edits and name.end <= limit]
        ours.reverse()  # the longest first
        for mention in ours:
            for unit in mention.units:
                if typed is not None and unit.type not in typed.word.types:
                    continue
                if unit.code in self.form.codes:
                    return self._extra(start, mention.end, "repeat", REPEATED)
                if self._take_parent(start, mention.end, unit.level):
                    return mention.end
        others = self.others.get(name_start, ())
        named = {mention.end for mention in ours if self._as_written(mention)} if others else ()
        for end, level in others:
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
        self.pieces.append(new(Piece, (start, end, kind, None, None, False, 0)))
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

"""Lines that hold nothing but a prefix, type words, and the names of one line of units in their order.

Most deviating names are such lines, so they are looked up instead of built: what is left of a line without its prefix
and its type words is a key of `Lexicon.sequences`. All readings that explain every word in order are found at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from fanpage_names.resolve.form import Slot
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.piece import Piece
from fanpage_names.resolve.reading import MINOR, MISSING, WRONG_MARK, Reading, breaks, spelt
from fanpage_names.resolve.sight import Lead, ends_in_initial, prefix_end
from fanpage_names.resolve.spelling import Spelling
from fanpage_names.resolve.vocabulary import TYPE_WORDS
from fanpage_names.text.line import Line
from fanpage_names.text.values import new
from fanpage_names.units.model import Unit

_MOST_UNSURE = 4
_HEADS = frozenset(key[:2] for key, word in TYPE_WORDS.items() if not word.after)
"""What a type word before a name begins with."""


def straight_readings(line: Line, lexicon: Lexicon) -> list[Reading]:
    """Return the readings of a line that explain every word with the parts in their order, the cheapest first.

    Words may be glued where the line has just the letters of a canonical name; else names begin where words do.
    """
    letters = line.letters
    readings = [_read_whole(unit, line, lexicon) for unit in lexicon.whole.get(letters, ())]
    if len(readings) == 1 and not readings[0].cost:
        return readings
    known = [reading.unit for reading in readings]
    start = prefix_end(letters, 0, line.bounds)
    sequences = lexicon.sequences
    for chosen in _choices(leads_of(line, start), letters, lexicon):
        for unit, filled in sequences.get(without(letters, start, chosen), ()):
            if unit not in known and (reading := _read(line, lexicon, unit, filled, start, chosen)):
                known.append(unit)
                readings.append(reading)
    if len(readings) > 1:
        readings.sort(key=lambda reading: reading.cost)
    return readings


def _choices(leads: list[Lead], letters: str, lexicon: Lexicon) -> Iterable[Sequence[Lead]]:
    """Which of the type words may be type words together: those that stand in no name always are."""
    if not leads:
        return ((),)
    unsure = [lead for lead in leads if _may_be_in_name(lead, letters, lexicon)]
    if not unsure:
        return (leads,)
    if len(unsure) > _MOST_UNSURE:
        return ()
    left_out = (left for size in range(len(unsure), -1, -1) for left in combinations(unsure, size))
    return ([lead for lead in leads if lead not in left] for left in left_out)


def _may_be_in_name(lead: Lead, letters: str, lexicon: Lexicon) -> bool:
    """Whether a name may begin with a type word or go on with it, as far as the letters around it tell."""
    at, trigrams = lead.start, lexicon.trigrams
    return (
        letters[at : at + 3] in trigrams
        or letters[max(0, at - 2) : at + 1] in trigrams
        or letters[at : lead.end] in lexicon.names
    )


def leads_of(line: Line, start: int) -> list[Lead]:
    """Return the type words of a line, of one word or two, from letter `start` on."""
    letters, bounds = line.letters, line.bounds
    leads: list[Lead] = []
    for index, begin in enumerate(bounds[:-1], 1):
        if begin < start or (letters[begin : begin + 2] not in _HEADS and bounds[index] - begin > 1):
            continue
        for end in bounds[index + 1 : index - 1 : -1]:
            word = TYPE_WORDS.get(letters[begin:end])
            if word and not word.after and not ends_in_initial(line, begin, end, word):
                leads.append(Lead(begin, end, word))
                start = end
                break
    return leads


def without(letters: str, start: int, leads: Sequence[Lead]) -> str:
    """Return the letters from `start` on without the type words."""
    kept = []
    for lead in leads:
        kept.append(letters[start : lead.start])
        start = lead.end
    kept.append(letters[start:])
    return "".join(kept)


def leads_to(lead: Lead, slot: Slot) -> bool:
    """Tell whether a type word is that of the unit which `slot` names."""
    return slot.type in lead.word.types


def _read_whole(unit: Unit, line: Line, lexicon: Lexicon) -> Reading:
    """The reading of a line whose letters are those of the unit's canonical name."""
    form, clean = lexicon.form(unit), line.clean
    slots, pieces = form.slots, form.pieces
    cost, wrong = 0.0, 0
    spellings: dict[int, Spelling] = {}
    if clean != form.joined and not (isinstance(clean, str) and clean.isascii()):
        for start, end, kind, index, *_ in pieces:
            if kind == "name" and index is not None:
                written = line.written(start, end)
                if written != slots[index].joined:
                    spelling = spellings[index] = spelt(written, slots[index])
                    wrong += spelling.wrong
    if not line.plain and line.bounds != form.bounds:
        cost = sum([breaks(line, piece.start, slots[piece.slot or 0]) for piece in pieces if piece.kind != "lead"])
    evidence = len(slots) - 1
    cost += WRONG_MARK * wrong
    return new(Reading, (unit, line, form, pieces, (), cost, 0, evidence, wrong, 0, spellings))


def _read(  # noqa: PLR0917 -- called for every deviating name
    line: Line, lexicon: Lexicon, unit: Unit, filled: Sequence[int], start: int, leads: Sequence[Lead]
) -> Reading | None:
    """The line read as names of the slots `filled`; None where words part elsewhere or a type word does not fit."""
    form, bounds = lexicon.form(unit), line.bounds
    if start and form.prefix is None:
        return None
    slots = form.slots
    pieces = [new(Piece, (0, start, "prefix", form.prefix, None, False, 0))] if start else []
    cost, evidence, wrong = 0.0, len(filled) - 1 + len(pieces), 0
    spellings: dict[int, Spelling] = {}
    taken, at = 0, start
    for index in filled:
        slot = slots[index]
        lead = leads[taken] if taken < len(leads) else None
        if lead is not None and lead.start == at:
            if not leads_to(lead, slot):
                return None
            pieces.append(new(Piece, (at, lead.end, "lead", index, lead.word, False, 0)))
            evidence += index == filled[0]
            at = lead.end
            taken += 1
            lead = leads[taken] if taken < len(leads) else None
        elif slot.lead:
            cost += MISSING if index == filled[0] and slot.level == "province" else MINOR
        end = at + len(slot.key)
        if at not in bounds or (lead is not None and lead.start < end):
            return None
        pieces.append(new(Piece, (at, end, "name", index, None, False, 0)))
        written = line.written(at, end)
        if written != slot.joined:
            spelling = spellings[index] = spelt(written, slot)
            wrong += spelling.wrong
        if not line.plain:
            cost += breaks(line, at, slot)
        at = end
    if taken < len(leads):
        return None
    missing: tuple[int, ...] = ()
    if len(filled) < len(slots) - bool(start):
        missing = tuple([index for index in range(len(slots)) if index not in filled and (index or not start)])
        cost += MISSING * sum([slots[index].level is not None for index in missing])
    cost += WRONG_MARK * wrong
    return new(Reading, (unit, line, form, tuple(pieces), missing, cost, 0, evidence, wrong, 0, spellings))

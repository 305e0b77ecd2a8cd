"""What a canonical name is made of: its places, in order, and whose name each holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.vocabulary import TYPE_WORDS
from fanpage_names.naming import canonical_parts
from fanpage_names.text.fold import key_of
from fanpage_names.text.spelling import Spelling, common_spellings
from fanpage_names.units.model import LEVELS, Level, Style, Unit, UnitList

_WORDS = re.compile(r"\w+")


class Slot(NamedTuple):
    """One place of a canonical name.

    Attributes:
        level: the level of the unit named; None for the prefix.
        lead: the word before the bare name that the style writes ("huyện", the "TP" of a label); "" for none.
        name: the bare name; the words themselves for the prefix.
        before: what stands between the slot before and this one.
        lead_key: the key of `lead`.
        key: the key of `name`.
        words: the words of `name`.
        gaps: what stands between them.
        offsets: the letter at which each word begins, counted from the first.
        cuts: the letters at which each word begins and ends.
        lead_offsets: the letter at which each word of `lead` begins.
        joined: the words without what stands between them.
        spellings: the commonest spellings of the name, by their letters without spaces.
        type: the type of the unit named.
    """

    level: Level | None
    lead: str
    name: str
    before: str
    lead_key: str
    key: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    offsets: tuple[int, ...]
    cuts: tuple[tuple[int, int], ...]
    lead_offsets: tuple[int, ...]
    joined: str
    spellings: Mapping[str, Spelling]
    type: str | None

    @property
    def text(self) -> str:
        """The slot as it should be written."""
        return f"{self.lead} {self.name}" if self.lead else self.name


class Filler(NamedTuple):
    """A unit that a canonical name holds the name of.

    Attributes:
        slot: the slot that holds it.
        level: its level.
        type: its type.
        own: whether it is the unit that the canonical name is of.
    """

    slot: int
    level: Level
    type: str
    own: bool


class NameTemplate(NamedTuple):
    """What the canonical name of a unit is made of.

    Attributes:
        slots: its slots, in order.
        fillers: the units it names: itself, then those above from the province down.
        prefix: the slot of the prefix; None where the pattern has none.
        spaced: whether nothing but single spaces stands between its words.
        led: whether the style writes a word before any of its names.
        joined: the canonical name without what stands between its words.
        segments: its letters, each a part in its place.
        bounds: the letters at which its words begin, and the number of letters.
    """

    slots: tuple[Slot, ...]
    fillers: tuple[Filler, ...]
    prefix: int | None
    spaced: bool
    led: bool
    joined: str
    segments: tuple[Segment, ...]
    bounds: tuple[int, ...]


@lru_cache(maxsize=4096)
def _slot(level: Level | None, lead: str, name: str, before: str, kind: str | None = None) -> Slot:
    words = tuple(_WORDS.findall(name))
    gaps = tuple(_WORDS.split(name)[1:-1])
    joined = "".join(words)
    offsets = _offsets(words)
    return Slot(
        level,
        lead,
        name,
        before,
        key_of(lead),
        key_of(name),
        words,
        gaps,
        offsets,
        (*pairwise((*offsets, len(joined))),),
        _offsets(lead.split()),
        joined,
        common_spellings(words),
        kind,
    )


def slot_of_name(name: str) -> Slot:
    """Return the slot that a unit's name fills, wherever it stands."""
    return _slot(None, "", name, "")


def _offsets(words: Sequence[str]) -> tuple[int, ...]:
    """The letter at which each of the words begins."""
    return tuple(accumulate(map(len, words[:-1]), initial=0))


def template_of(units: UnitList, unit: Unit, style: Style) -> NameTemplate:
    """Return the template of the canonical name of a unit of the list."""
    slots = _slots(units, unit, style)
    levels = sorted(LEVELS, key=lambda level: level != unit.level)
    fillers = [
        Filler(index, level, owner.type, owner is unit)
        for level in levels
        for index, slot in enumerate(slots)
        if slot.level == level and (owner := unit.at(level))
    ]
    prefix = next((index for index, slot in enumerate(slots) if slot.level is None), None)
    return NameTemplate(
        slots,
        tuple(fillers),
        prefix,
        _spaced(slots),
        any(slot.lead for slot in slots),
        "".join(slot.lead.replace(" ", "") + slot.joined for slot in slots),
        _segments(slots),
        _bounds(slots),
    )


def _slots(units: UnitList, unit: Unit, style: Style) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    lead, before = "", ""
    for part in canonical_parts(units, unit, style):
        if part.kind == "type":
            lead, before = part.text, part.before
            continue
        if part.kind == "prefix":
            slots.append(_slot(None, "", part.text, part.before))
            continue
        owner = unit.at(part.level) if part.level else None
        text = part.text
        if owner is not None and text.endswith(" " + owner.name):
            lead, text, before = text[: -len(owner.name) - 1], owner.name, part.before
        kind = owner.type if owner else None
        slots.append(_slot(part.level, lead, text, before if lead else part.before, kind))
        lead, before = "", ""
    return tuple(slots)


def _spaced(slots: tuple[Slot, ...]) -> bool:
    gaps = {gap for slot in slots for gap in slot.gaps} | {slot.before for slot in slots[1:]}
    return gaps <= {" "}


def _segments(slots: tuple[Slot, ...]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    at = 0
    for index, slot in enumerate(slots):
        if slot.lead:
            segments.append(Segment(at, at + len(slot.lead_key), "type", index, TYPE_WORDS.get(slot.lead_key)))
            at += len(slot.lead_key)
        segments.append(Segment(at, at + len(slot.key), "name" if slot.level else "prefix", index))
        at += len(slot.key)
    return tuple(segments)


def _bounds(slots: tuple[Slot, ...]) -> tuple[int, ...]:
    words = [len(word) for slot in slots for word in (*slot.lead.split(), *slot.words)]
    return (*accumulate(words, initial=0),)

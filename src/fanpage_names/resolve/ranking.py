"""Which of several parses of a line is meant, whether it can be at all, and whether another unit could be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.other_words import OtherSpan
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.template import Slot
from fanpage_names.history.changes import Step, Succession
from fanpage_names.resolve.costs import MARGIN, MISSING, spelt
from fanpage_names.resolve.foreign import Elsewhere, pair_of
from fanpage_names.resolve.lattice import ForeignSpan
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.safety import Part, another_fits
from fanpage_names.resolve.segmentation import SHORT
from fanpage_names.text.line import Line
from fanpage_names.text.values import new
from fanpage_names.units.model import Unit


class Unknown(NamedTuple):
    """A name that no list has.

    Attributes:
        start: its first letter.
        end: after its last letter.
        parents: the units that are written above it, the nearest first.
    """

    start: int
    end: int
    parents: tuple[Unit, ...]


class Resolution(NamedTuple):
    """What a text means.

    Attributes:
        line: the text, decoded where that is how it names a unit.
        parse: the best parse; None where no unit, or more than one, is meant.
        succession: of a parse as a former unit, what became of it; else None.
        candidates: the units that could be meant, where there are several; of a former unit without successor those in
            force that bear its name; else empty.
        certain: no other unit could be meant, so a fix may be safe.
        unrelated: the text names a unit of another province, or holds nothing of a page name: no hint would help.
        hints: the units with the nearest names, where none is meant and somebody asks.
        later: the unit of a later list that is meant, the day from which it exists, and the list.
        unknown: the name that no list has, where that is why none is meant.
        elsewhere: the unit of another province that the text names.
        other: whose page it is, where that is another body or one below the commune; the unit beside it, if any, is
            among the candidates.
    """

    line: Line
    parse: Parse | None = None
    succession: Succession | None = None
    candidates: tuple[Unit, ...] = ()
    certain: bool = False
    unrelated: bool = False
    hints: tuple[Unit, ...] = ()
    later: tuple[Unit, date, str] | None = None
    unknown: Unknown | None = None
    elsewhere: Elsewhere | None = None
    other: OtherSpan | None = None

    @property
    def last_step(self) -> Step | None:
        """The last change of a former unit on the way; None where only names above the unit changed."""
        return self.succession.steps[-1] if self.succession and self.succession.steps else None


def decide(parses: Sequence[Parse], gazetteer: Gazetteer, foreign: Sequence[ForeignSpan] = ()) -> Resolution:
    """Return the resolution of a line with these plausible parses, the best first."""
    best, *others = parses
    equal = [parse for parse in others if parse.cost < best.cost + MARGIN or _is_bare_today(parse, best)]
    doubt = False
    if equal:
        tied = _distinct([best, *equal], gazetteer)
        if len(tied) > 1 and any(parse.entry.former for parse in tied) and all(_bare(parse) for parse in tied):
            doubt = True
            tied = [parse for parse in tied if not parse.entry.former] or tied
        tied.sort(key=lambda parse: parse.entry.former)
        if len(tied) > 1 and (exact := _with_marks(tied)):
            tied = exact
            doubt = doubt or best.line.written(*exact[0].own[0][:2]).isascii()
        if len(tied) > 1:
            candidates = candidates_of([parse.entry for parse in tied], gazetteer)
            if len(candidates) != 1 or tied[0].entry.former:
                return Resolution(best.line, candidates=candidates)
            doubt = True
        others = [parse for parse in parses if parse not in equal and parse is not best]
        best = tied[0]
    if best.entry.former:
        succession = gazetteer.succession(best.entry)
        return Resolution(best.line, best, succession, succession.units or gazetteer.namesakes(best.entry))
    certain = (
        not (doubt or (best.wrong and best.line.decoding))
        and _is_certain(best, others, gazetteer, foreign)
        and not _another_fits(best, gazetteer)
    )
    return Resolution(best.line, best, certain=certain)


def _distinct(tied: Sequence[Parse], gazetteer: Gazetteer) -> list[Parse]:
    """The parses that are as good, one of each unit in force that they come to: itself, rather than what it was."""
    found: dict[object, Parse] = {}
    for parse in sorted(tied, key=lambda parse: (parse.entry.former, parse.cost)):
        if not parse.entry.former:
            found[(parse.unit.code,)] = parse
        else:
            units = gazetteer.succession(parse.entry).units
            meaning = tuple(unit.code for unit in units) or (parse.entry.unit.level, parse.entry.key)
            found.setdefault(meaning, parse)
    return [parse for parse in tied if any(parse is kept for kept in found.values())]


def _bare(parse: Parse) -> bool:
    """Whether a name has neither type word nor parent."""
    return not any(segment.kind in {"type", "former", "today", "parent"} for segment in parse.segments) and (
        sum(segment.kind == "name" for segment in parse.segments) == 1
    )


def _is_bare_today(parse: Parse, best: Parse) -> bool:
    """Whether a bare name is a former unit's, the best, and as much that of a unit in force: it then means that one."""
    if not best.entry.former or parse.entry.former or parse.wrong > best.wrong or parse.edits:
        return False
    return parse.own[0][:2] == best.own[0][:2] and _bare(parse) and _bare(best)


def _with_marks(tied: Sequence[Parse]) -> list[Parse]:
    """The one parse of one name that is written with all its marks; none where there are more, or other names."""
    if len({parse.own[0][:2] for parse in tied}) != 1:
        return []
    exact = [parse for parse in tied if _has_its_marks(parse)]
    return exact if len(exact) == 1 else []


def candidates_of(entries: Iterable[Entry], gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the units in force that units of now and then come to, in the list's order."""
    units: dict[str, Unit] = {}
    for entry in entries:
        now = gazetteer.succession(entry).units if entry.former else (entry.unit,)
        units.update((unit.code, unit) for unit in now)
    return tuple(sorted(units.values(), key=lambda unit: gazetteer.places[unit.code]))


def _another_fits(best: Parse, gazetteer: Gazetteer) -> bool:
    """Whether another unit's name is as near to what is written."""
    slots = best.slots
    parts = [
        new(Part, (segment.start, segment.end, level, segment.word, segment.short))
        for segment in best.segments
        if segment.slot is not None and (level := slots[segment.slot].level) and segment.kind in {"name", "type"}
    ]
    return another_fits(best.line, best.entry, parts, gazetteer)


def _has_its_marks(parse: Parse) -> bool:
    """Whether the unit's own name is written as it is, where marks are written: that a word has none then says much."""
    own, slot = parse.own
    line = parse.line
    return is_exact(line.written(own.start, own.end), slot) and line.marked


def is_exact(written: str, slot: Slot) -> bool:
    """Tell whether `written` is the slot's name with all its marks; case and spaces apart."""
    return written.lower() == slot.joined.lower()


def _parting(parse: Parse) -> float:
    """What a parse costs beside the parts that are missing: names whose words are split, marks, order."""
    return parse.cost - MISSING * sum([parse.slots[index].level is not None for index in parse.missing])


def _is_certain(best: Parse, others: Sequence[Parse], gazetteer: Gazetteer, foreign: Sequence[ForeignSpan]) -> bool:
    """Whether no other unit could be meant: the name is complete, or nothing else explains all words."""
    own, slot = best.own
    slipped = any(one.kind == "type" and best.line.glued_to_digit(one.start) for one in best.segments)
    if best.edits or best.conflicts or slipped:
        return False
    if slot.key.isdigit() and not any(segment.kind == "type" and segment.slot == own.slot for segment in best.segments):
        return False
    if any(name.level == "province" and name.exact and (name.start, name.end) == own[:2] for name in foreign):
        return False
    for other in others:
        if not other.explained:
            continue
        if other.entry.former and (best.complete or gazetteer.succession(other.entry).units == (best.unit,)):
            continue
        if (other.wrong <= best.wrong and other.complete >= best.complete) or _parting(other) < _parting(best):
            return False
        if other.entry.former and not best.complete and other.cost <= best.cost:
            return False
    return True


def is_foreign(best: Parse, foreign: Sequence[ForeignSpan]) -> bool:
    """Tell whether the text names a unit of another province rather than `best`."""
    return pair_of(foreign) is not None and not best.parent_written


def is_plausible(parse: Parse, foreign: Sequence[ForeignSpan]) -> bool:
    """Tell whether the text can mean the parse's unit.

    Words that belong to nothing need a prefix, a type word or a parent beside the name; a name with other letters
    needs one too, and no wrong parent and no foreign unit near.
    """
    own, slot = parse.own
    if own.edits and any(segment.kind == "parent" for segment in parse.segments):
        return False
    if _foreign_name(parse, own, slot, foreign) or _within_foreign(parse, own, slot, foreign):
        return False
    if not any(parse.extra()):
        return parse.evidence > 0 or _stands_alone(parse, own, slot)
    return parse.evidence >= (2 if own.edits else 1) and not _in_longer_name(parse, own)


def is_named(parse: Parse, other: OtherSpan) -> bool:
    """Tell whether a unit is named beside other words: by no chance, or right after them, letter for letter."""
    own, slot = parse.own
    if own.edits or own.end - own.start > SHORT or parse.evidence > 0:
        return not own.edits
    written = parse.line.written(own.start, own.end)
    fits = written.isascii() or is_exact(written, slot)
    return own.start == other.end and fits and not any(strange.start == own.end for strange in _strange(parse))


def _stands_alone(parse: Parse, own: Segment, slot: Slot) -> bool:
    """Whether a name with nothing beside it is long enough to be no chance, or exact; its last letter may be lost."""
    if own.edits:
        return own.edits == 1 and slot.key[:-1] == parse.line.letters[own.start : own.end]
    return own.end - own.start > SHORT or is_exact(parse.line.written(own.start, own.end), slot)


def is_settled(parses: Sequence[Parse], harmless: Collection[int]) -> bool:
    """Tell whether the best parse has all its parts, each as the list has it, whatever else is in the text.

    A word right before the name is rather a part of it, but for those that begin at a `harmless` letter.
    """
    best = parses[0] if parses else None
    if best is None or best.missing or best.edits or best.entry.former or not best.parent_written:
        return False
    own, _ = best.own
    extra = any(best.extra())
    before = [one.start for one in best.segments if one.kind == "extra" and one.end == own.start]
    return not ((best.conflicts and extra) or not set(before).issubset(harmless) or _in_longer_name(best, own))


def is_explained(parses: Sequence[Parse], doubt: float | None = None) -> bool:
    """Tell whether the best parse leaves no word unexplained, and costs less than `doubt`."""
    best = parses[0] if parses else None
    return best is not None and best.explained and (doubt is None or best.cost < doubt)


def _foreign_name(parse: Parse, own: Segment, slot: Slot, foreign: Sequence[ForeignSpan]) -> bool:
    """Whether the unit's own name is rather that of another province, which needs no part that is missing."""
    if parse.evidence > 1 or (parse.complete and not own.edits):
        return False
    for name in foreign:
        if name.level == "province" and (name.start, name.end) == (own.start, own.end):
            written = parse.line.written(own.start, own.end)
            return parse.entry.former or written.isascii() or spelt(written, slot).wrong > 0
    return False


def _within_foreign(parse: Parse, own: Segment, slot: Slot, foreign: Sequence[ForeignSpan]) -> bool:
    """Whether the unit's own name is only a part of a foreign name, or of one and its type word."""
    if own.edits == 0 and sum(segment.kind == "name" and not segment.edits for segment in parse.segments) > 1:
        return False
    written = parse.line.written(own.start, own.end)
    sure = not own.edits and not own.short and not written.isascii() and not spelt(written, slot).wrong
    for name in foreign:
        if name.type_word <= own.start and own.end <= name.end and own.end - own.start < name.end - name.start:
            return True
        if not sure and name.type_word < own.end and own.start < name.end and name.level == "province":
            return (own.start, own.end) != (name.start, name.end)
    return False


def _in_longer_name(parse: Parse, own: Segment) -> bool:
    """Whether a name so short that it may be there by chance stands beside a word like the rest of a name."""
    if own.end - own.start > SHORT:
        return False
    return any(segment.end == own.start or segment.start == own.end for segment in _strange(parse))


def _strange(parse: Parse) -> Iterator[Segment]:
    """Yield the words that belong to nothing and look like a name: no number, not in small letters."""
    line = parse.line
    mixed = not (line.text.isupper() or line.text.islower())
    for segment in parse.segments:
        if segment.kind == "extra":
            word = line.written(segment.start, segment.end)
            if not word.isdigit() and not (mixed and word.islower()):
                yield segment

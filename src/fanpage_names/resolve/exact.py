"""Lines that hold nothing but a prefix, type words, and the names of one line of units in their order.

Most deviating names are such lines, so they are looked up instead of built: what is left of a line without its prefix
and its type words is a key of `Gazetteer.sequences`. All parses that explain every word in order are found at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.template import NameTemplate
from fanpage_names.gazetteer.vocabulary import TYPE_WORDS, ends_in_initial, prefix_end
from fanpage_names.resolve.costs import ANOTHERS, MINOR, MISSING, STILL_THERE, WRONG_MARK, breaks, spelt
from fanpage_names.resolve.lattice import TypeWordSpan
from fanpage_names.resolve.parse import Parse
from fanpage_names.text.line import Line
from fanpage_names.text.spelling import Spelling
from fanpage_names.text.values import new

_MOST_UNSURE = 4
_HEADS = frozenset(key[:2] for key, word in TYPE_WORDS.items() if not word.after)
"""What a type word before a name begins with."""


def exact_parses(line: Line, gazetteer: Gazetteer) -> list[Parse]:
    """Return the parses of a line that explain every word with the parts in their order, the cheapest first.

    Words may be glued where the line has just the letters of a canonical name; else names begin where words do.
    """
    letters = line.letters
    parses = [_read_whole(entry, line, gazetteer) for entry in gazetteer.whole.get(letters, ())]
    if len(parses) == 1 and not parses[0].cost:
        return parses
    known = [parse.entry for parse in parses]
    start = prefix_end(letters, 0, line.bounds)
    sequences = gazetteer.sequences
    for chosen in _choices(type_words_of(line, start), letters, gazetteer):
        for entry, filled in sequences.get(without(letters, start, chosen), ()):
            if entry not in known and (parse := _read(line, gazetteer, entry, filled, start, chosen)):
                known.append(entry)
                parses.append(parse)
    if len(parses) > 1:
        parses.sort(key=lambda parse: parse.cost)
    return parses


def _choices(type_words: list[TypeWordSpan], letters: str, gazetteer: Gazetteer) -> Iterable[Sequence[TypeWordSpan]]:
    """Which of the type words may be type words together: those that stand in no name always are."""
    if not type_words:
        return ((),)
    unsure = [type_word for type_word in type_words if _may_be_in_name(type_word, letters, gazetteer)]
    if not unsure:
        return (type_words,)
    if len(unsure) > _MOST_UNSURE:
        return ()
    left_out = (left for size in range(len(unsure), -1, -1) for left in combinations(unsure, size))
    return ([type_word for type_word in type_words if type_word not in left] for left in left_out)


def _may_be_in_name(type_word: TypeWordSpan, letters: str, gazetteer: Gazetteer) -> bool:
    """Whether a name may begin with a type word or go on with it, as far as the letters around it tell."""
    at, trigrams = type_word.start, gazetteer.trigrams
    return (
        letters[at : at + 3] in trigrams
        or letters[max(0, at - 2) : at + 1] in trigrams
        or letters[at : type_word.end] in gazetteer.names
    )


def type_words_of(line: Line, start: int) -> list[TypeWordSpan]:
    """Return the type words of a line, of one word or two, from letter `start` on."""
    letters, bounds = line.letters, line.bounds
    type_words: list[TypeWordSpan] = []
    for index, begin in enumerate(bounds[:-1], 1):
        if begin < start or (letters[begin : begin + 2] not in _HEADS and bounds[index] - begin > 1):
            continue
        for end in bounds[index + 1 : index - 1 : -1]:
            word = TYPE_WORDS.get(letters[begin:end])
            if word and not word.after and not ends_in_initial(line, begin, end, word):
                type_words.append(TypeWordSpan(begin, end, word))
                start = end
                break
    return type_words


def without(letters: str, start: int, type_words: Sequence[TypeWordSpan]) -> str:
    """Return the letters from `start` on without the type words."""
    kept = []
    for type_word in type_words:
        kept.append(letters[start : type_word.start])
        start = type_word.end
    kept.append(letters[start:])
    return "".join(kept)


def _read_whole(entry: Entry, line: Line, gazetteer: Gazetteer) -> Parse:
    """The parse of a line whose letters are those of the unit's canonical name."""
    template, clean = gazetteer.template(entry), line.clean
    slots, segments = template.slots, template.segments
    cost, wrong = 0.0, 0
    spellings: dict[int, Spelling] = {}
    if clean != template.joined and not (isinstance(clean, str) and clean.isascii()):
        for start, end, kind, index, *_ in segments:
            if kind == "name" and index is not None:
                written = line.written(start, end)
                if written != slots[index].joined:
                    spelling = spellings[index] = spelt(written, slots[index])
                    wrong += spelling.wrong
                    if spelling.wrong and index == template.fillers[0].slot and gazetteer.bears(written):
                        cost += ANOTHERS
    if not line.plain and line.bounds != template.bounds:
        cost += sum(
            [breaks(line, segment.start, slots[segment.slot or 0]) for segment in segments if segment.kind != "type"]
        )
    evidence = len(slots) - 1
    if entry.former and not entry.line_is_former:
        cost += STILL_THERE
    cost += WRONG_MARK * wrong
    return new(Parse, (entry, line, template, segments, (), cost, 0, evidence, wrong, 0, spellings))


def _read(  # noqa: PLR0917 -- called for every deviating name
    line: Line,
    gazetteer: Gazetteer,
    entry: Entry,
    filled: Sequence[int],
    start: int,
    type_words: Sequence[TypeWordSpan],
) -> Parse | None:
    """The line read as names of the slots `filled`; None where words part elsewhere or a type word does not fit."""
    template = gazetteer.template(entry)
    segments = _laid(line, template, filled, start, type_words)
    if segments is None:
        return None
    slots, own = template.slots, filled[0]
    cost, evidence, wrong = 0.0, len(filled) - 1 + bool(start), 0
    led: int | None = None
    spellings: dict[int, Spelling] = {}
    for first, last, kind, index, *_ in segments:
        if kind == "type":
            evidence += index == own
            led = index
        elif kind == "name" and index is not None:
            slot = slots[index]
            if slot.lead and led != index:
                cost += MISSING if index == own and slot.level == "province" else 0.0 if entry.former else MINOR
            written = line.written(first, last)
            if written != slot.joined:
                spelling = spellings[index] = spelt(written, slot)
                wrong += spelling.wrong
                if spelling.wrong and index == own and gazetteer.bears(written):
                    cost += ANOTHERS
            if not line.plain:
                cost += breaks(line, first, slot)
            if entry.former and slot.level == "province" and index != own and not entry.line_is_former:
                cost += STILL_THERE
    missing: tuple[int, ...] = ()
    if len(filled) < len(slots) - bool(start):
        missing = tuple([index for index in range(len(slots)) if index not in filled and (index or not start)])
        cost += MISSING * sum([slots[index].level is not None for index in missing])
    cost += WRONG_MARK * wrong
    return new(Parse, (entry, line, template, tuple(segments), missing, cost, 0, evidence, wrong, 0, spellings))


def _laid(
    line: Line, template: NameTemplate, filled: Sequence[int], start: int, type_words: Sequence[TypeWordSpan]
) -> list[Segment] | None:
    """What the letters of a line are, read as `_read` reads it."""
    if start and template.prefix is None:
        return None
    segments = [new(Segment, (0, start, "prefix", template.prefix, None, False, 0, None))] if start else []
    at, left = start, iter(type_words)
    type_word = next(left, None)
    for index in filled:
        slot = template.slots[index]
        if type_word is not None and type_word.start == at:
            if slot.type not in type_word.word.types:
                return None
            segments.append(new(Segment, (at, type_word.end, "type", index, type_word.word, False, 0, None)))
            at, type_word = type_word.end, next(left, None)
        end = at + len(slot.key)
        if at not in line.bounds or (type_word is not None and type_word.start < end):
            return None
        segments.append(new(Segment, (at, end, "name", index, None, False, 0, None)))
        at = end
    return segments if type_word is None else None

"""What may begin at each letter of a line, before anything is decided: names, type words, prefixes, other provinces.

The nodes of the lattice are its *cuts*, the letters at which something may begin or end: the words' bounds, and where
glued words part. Everything else is a span from one cut to another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.other_words import OtherSpan
from fanpage_names.gazetteer.remarks import Remark
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.vocabulary import TypeWord, ends_in_initial, prefix_end, prefix_starts
from fanpage_names.text.line import Line
from fanpage_names.text.syllable import is_syllable
from fanpage_names.text.values import new
from fanpage_names.units.model import Level


class NameSpan(NamedTuple):
    """Letters that are, or stand for, the name of a unit.

    Attributes:
        start: first letter.
        end: after the last letter.
        entries: the units so named.
        short: the name is abbreviated to initials; they may hold the type word too ("tpnd").
        edits: letters that differ from the name; 0 for a name that is there.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    short: bool = False
    edits: float = 0


class TypeWordSpan(NamedTuple):
    """A type word at its place."""

    start: int
    end: int
    word: TypeWord


class PrefixSpan(NamedTuple):
    """Letters that are a prefix, right or wrong; `edits` letters differ from the pattern's words."""

    start: int
    end: int
    edits: float = 0


class ForeignSpan(NamedTuple):
    """A foreign unit's name at its place.

    Attributes:
        type_word: first letter of the type word before it; else of the name.
        start: first letter.
        end: after the last letter.
        level: province or district.
        exact: whether it is written with the marks of the foreign name.
        provinces: the keys of the provinces that a district of this name lies in; the key itself for a province.
        name: the name, as its list has it.
    """

    type_word: int
    start: int
    end: int
    level: Level
    exact: bool
    provinces: frozenset[str]
    name: str


class Edge(NamedTuple):
    """A way on from a cut.

    Attributes:
        end: the cut it leads to.
        cost: its price.
        fills: the flag of the slot that it fills; 0 for none.
        segments: what its letters are.
        strange: whether it is a word that has no business near the name; `BEHIND`, one that has none right after it.
    """

    end: int
    cost: float
    fills: int
    segments: tuple[Segment, ...]
    strange: int = False


BEHIND = 2
"""Said of an edge that is a number after a name: rather a part of it ("A Lưới 5"), but not before it ("thôn 5")."""
Edges = dict[int, list[Edge]]
"""The edges that leave each cut."""


@dataclass(slots=True)
class Lattice:
    """The spans of one line; sources add to it.

    Attributes:
        line: the line.
        cuts: the nodes.
        names: names that are there, in the order of the text, then those that words may stand for.
        by_entry: the same by each unit they can name.
        type_words: type words by the cut after them.
        type_words_after: type words that follow a name (English), by their own cut.
        prefixes: by place.
        foreign: the names of other provinces' units.
        remarks: words that say what was.
        others: what else is there that is no part of a unit's name: other bodies, places, harmless words.
        harmless: where the words begin that may stand in a name's place and be no part of it.
    """

    line: Line
    cuts: Sequence[int]
    names: list[NameSpan]
    type_words: dict[int, TypeWordSpan]
    type_words_after: dict[int, TypeWordSpan]
    prefixes: list[PrefixSpan]
    by_entry: dict[Entry, list[NameSpan]] = field(default_factory=dict)
    foreign: Sequence[ForeignSpan] = ()
    remarks: Sequence[Remark] = ()
    others: Sequence[OtherSpan] = ()
    harmless: frozenset[int] = frozenset()

    def leave_out(self, start: int, end: int) -> None:
        """Leave out the names of which a letter from `start` to `end` would be one: those are other words."""
        self.names = [name for name in self.names if name.end <= start or end <= name.start]
        self.by_entry = {}
        self._index(self.names)

    def __post_init__(self) -> None:
        self._index(self.names)

    def add_names(self, names: Iterable[NameSpan]) -> None:
        """Add names that words may stand for."""
        more = list(names)
        self.names += more
        self._index(more)

    def add_prefixes(self, prefixes: Iterable[PrefixSpan]) -> None:
        """Add prefixes that words may stand for."""
        self.prefixes = sorted([*self.prefixes, *prefixes], key=lambda prefix: (prefix.start, -prefix.end))

    def _index(self, names: Iterable[NameSpan]) -> None:
        by_entry = self.by_entry
        for name in names:
            for entry in name.entries:
                if entry in by_entry:
                    by_entry[entry].append(name)
                else:
                    by_entry[entry] = [name]


def find_spans(line: Line, gazetteer: Gazetteer, cuts: Sequence[int] | None = None) -> Lattice:
    """Return the lattice of `line` between `cuts` (default: the words' bounds), with all that can be looked up."""
    at = line.bounds if cuts is None else cuts
    letters = line.letters
    named, reach_of = gazetteer.entries.get, gazetteer.reach.get
    names: list[NameSpan] = []
    before: dict[int, TypeWordSpan] = {}
    after: dict[int, TypeWordSpan] = {}
    for index, start in enumerate(at[:-1], 1):
        furthest = start + reach_of(letters[start : start + 2], 1)
        for end in at[index:]:
            if end > furthest:
                break
            found = named(letters[start:end])
            if found is None:
                continue
            entries, word, short = found
            if entries:
                names.append(new(NameSpan, (start, end, entries, False, 0)))
            if short and _are_initials(line.written(start, end)):
                names.append(NameSpan(start, end, short, short=True))
            if word and not ends_in_initial(line, start, end, word):
                (after if word.after else before).setdefault(
                    start if word.after else end, TypeWordSpan(start, end, word)
                )
    prefixes = _prefixes(letters, at)
    for prefix in prefixes:
        # A letter of "M.T.T.Q" is no type word.
        before.pop(prefix.end, None)
    names += _initials(line, at, before, gazetteer)
    return Lattice(line, at, names, before, after, prefixes)


def _initials(
    line: Line, cuts: Sequence[int], type_words: dict[int, TypeWordSpan], gazetteer: Gazetteer
) -> list[NameSpan]:
    """The communes that initials after a type word stand for: "P.PĐP"."""
    found: list[NameSpan] = []
    for start, (_, _, word) in type_words.items():
        index = bisect_right(cuts, start)
        end = cuts[index] if index < len(cuts) else start
        if 2 <= end - start <= 4:
            entries = gazetteer.commune_initials.get(line.letters[start:end], ())
            if not entries or not _are_initials(line.written(start, end)):
                continue
            if fitting := tuple([entry for entry in entries if entry.unit.type in word.types]):
                found.append(NameSpan(start, end, fitting, short=True))
    return found


def _are_initials(written: str) -> bool:
    """Whether letters may be initials, or a number: "NA" and "na", but "Na" is a syllable."""
    return not (written.istitle() and is_syllable(written))


def is_as_written(line: Line, type_word: TypeWordSpan) -> bool:
    """Tell whether no mark contradicts a type word."""
    return type_word.word.is_written(line.written(type_word.start, type_word.end))


def _prefixes(letters: str, cuts: Sequence[int]) -> list[PrefixSpan]:
    """The longest prefix at each cut that ends at one."""
    ends = [(start, prefix_end(letters, start, cuts)) for start in prefix_starts(letters, cuts)]
    return [PrefixSpan(start, end) for start, end in ends if end > start]

"""What can be seen in a line before anything is decided: names of the list, type words, prefixes, at their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.vocabulary import BEFORE_FRONT, FRONT, PREFIX, PREFIX_KEYS, TYPE_WORDS, TypeWord
from fanpage_names.text.line import Line
from fanpage_names.text.values import new
from fanpage_names.units.model import Unit


class Mention(NamedTuple):
    """Letters that are, or stand for, the name of a unit.

    Attributes:
        start: first letter.
        end: after the last letter.
        units: the units so named.
        short: the name is abbreviated to initials; they may hold the type word too ("tpnd").
        edits: letters that differ from the name; 0 for a name that is there.
    """

    start: int
    end: int
    units: tuple[Unit, ...]
    short: bool = False
    edits: int = 0


class Lead(NamedTuple):
    """A type word at its place."""

    start: int
    end: int
    word: TypeWord


class Prefix(NamedTuple):
    """Letters that are a prefix, right or wrong; `edits` letters differ from the pattern's words."""

    start: int
    end: int
    edits: int = 0


class Sight(NamedTuple):
    """What can be seen in a line.

    Attributes:
        line: the line.
        cuts: the letter positions at which something may begin or end: the words' bounds, and where glued words part.
        names: names that are there, in the order of the text, then those that words may stand for.
        mentions: the same by the code of each unit they can name.
        leads: type words by the position after them.
        tails: type words that follow a name (English), by their own position.
        prefixes: by place.
    """

    line: Line
    cuts: Sequence[int]
    names: list[Mention]
    mentions: dict[str, list[Mention]]
    leads: dict[int, Lead]
    tails: dict[int, Lead]
    prefixes: list[Prefix]

    def with_mentions(self, more: Iterable[Mention], prefixes: Iterable[Prefix] = ()) -> Sight:
        """Return this sight with more mentions and prefixes."""
        names = [*self.names, *more]
        places = sorted([*self.prefixes, *prefixes], key=lambda prefix: (prefix.start, -prefix.end))
        return self._replace(names=names, mentions=_by_code(names), prefixes=places)


def _by_code(names: Iterable[Mention]) -> dict[str, list[Mention]]:
    mentions: dict[str, list[Mention]] = {}
    for mention in names:
        for unit in mention.units:
            mentions.setdefault(unit.code, []).append(mention)
    return mentions


def look(line: Line, lexicon: Lexicon, cuts: Sequence[int] | None = None) -> Sight:
    """Return what can be seen in `line` between `cuts` (default: the words' bounds)."""
    at = line.bounds if cuts is None else cuts
    letters = line.letters
    entry_of, reach_of = lexicon.entries.get, lexicon.reach.get
    found: list[Mention] = []
    leads: dict[int, Lead] = {}
    tails: dict[int, Lead] = {}
    for index, start in enumerate(at[:-1], 1):
        furthest = start + reach_of(letters[start : start + 2], 1)
        for end in at[index:]:
            if end > furthest:
                break
            entry = entry_of(letters[start:end])
            if entry is None:
                continue
            units, word, short = entry
            if units:
                found.append(new(Mention, (start, end, units, short, 0)))
            if word and not ends_in_initial(line, start, end, word):
                (tails if word.after else leads).setdefault(start if word.after else end, Lead(start, end, word))
    prefixes = _prefixes(letters, at)
    for prefix in prefixes:
        # A letter of "M.T.T.Q" is no type word.
        leads.pop(prefix.end, None)
    return new(Sight, (line, at, found, _by_code(found), leads, tails, prefixes))


def ends_in_initial(line: Line, start: int, end: int, word: TypeWord) -> bool:
    """Tell whether the last letter of a type word is one by itself: "Tín H." is no "tỉnh"."""
    if end - start < 4 or end - 1 not in line.bounds or line.letters[end - 1] not in TYPE_WORDS:
        return False
    return line.written(start, end).lower() != word.types[0].replace(" ", "")


def is_as_written(line: Line, lead: Lead) -> bool:
    """Tell whether no mark contradicts a type word: "Tĩnh" and "Xá" are words of names."""
    written = line.written(lead.start, lead.end)
    return written.isascii() or any(written.lower() == kind.replace(" ", "") for kind in lead.word.types)


def _prefixes(letters: str, cuts: Sequence[int]) -> list[Prefix]:
    """The longest prefix at each cut that ends at one."""
    ends = [(start, prefix_end(letters, start, cuts)) for start in _prefix_starts(letters, cuts)]
    return [Prefix(start, end) for start, end in ends if end > start]


def prefix_end(letters: str, start: int, cuts: Sequence[int]) -> int:
    """Return the cut at which the longest prefix ends that begins at the cut `start`; that itself where none does."""
    match = PREFIX.match(letters, start)
    if match is None:
        return start
    for cut in cuts[bisect_right(cuts, match.end()) - 1 : bisect_right(cuts, start) - 1 : -1]:
        if letters[start:cut] in PREFIX_KEYS:
            return cut
    return start


def _prefix_starts(letters: str, cuts: Sequence[int]) -> Sequence[int]:
    """The cuts at which a prefix may begin: at, or so far before, the word that all have."""
    starts: Sequence[int] = ()
    for match in FRONT.finditer(letters):
        front = match.start()
        near = cuts[bisect_left(cuts, front - BEFORE_FRONT) : bisect_right(cuts, front)]
        starts = sorted({*starts, *near}) if starts else near
    return starts

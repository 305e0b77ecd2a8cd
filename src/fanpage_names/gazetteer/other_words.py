"""Words of a line that are no part of a unit's name: other bodies, what lies below the commune, places, harmless words.

Only what is written is found here; whether it decides anything is for the resolver. Words are compared with their
marks wherever marks are written, and never inside an official name of the country ("Trường Thi", "Chợ Mới").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from fanpage_names.gazetteer.vocabulary import TYPE_WORDS, TypeWord
from fanpage_names.lang import Text
from fanpage_names.text.fold import fold_letters, fold_spelling
from fanpage_names.text.line import Line
from fanpage_names.units.national import LONGEST_NAME, named
from fanpage_names.units.other_words import Before, Kind, OtherWords, shipped_other_words

_SHORTEST_GLUED = 5
"""So many letters a phrase has at least whose words may be glued to each other ("congan")."""
_GLUED = 7
"""A phrase of so many letters is known, too, where the next word is glued to it ("hoinongdanxa")."""
_HEAD = 3
"""So many first letters tell most words apart from those that are looked for."""
_TYPE_BEGINNINGS = frozenset({*TYPE_WORDS, "thi", "thanh", "dac"})
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_YEARS = Text("năm", "a year")
_HOUSE = Text("số nhà", "a house number")
_HOUSE_NUMBER = re.compile(r"[0-9]+[a-cA-C]?(?:/[0-9]+[a-cA-C]?)* (?=\w)")
_FRONT = re.compile("mattran|mttq")
_LIKE_FRONT = re.compile("mt|tq|mattr|toquoc|thuongtruc")
"""What is left of the name of the Front or its committee though a letter of it is wrong."""
_ENDS_FRONT = ("mattran", "mttq", "mttqvn", "toquoc", "vietnam")


class OtherSpan(NamedTuple):
    """Letters of a line that are no part of a unit's name.

    Attributes:
        start: first letter.
        end: after the last letter.
        kind: what they are.
        name: what messages call it.
    """

    start: int
    end: int
    kind: Kind
    name: Text


class _Phrase(NamedTuple):
    """Words to be found.

    Attributes:
        key: their folded letters.
        text: the words as they are to be written.
        cuts: the letters at which they begin and end.
        short: whether they are an abbreviation.
        before: what must follow.
        kind: what they are.
        name: what messages call it.
    """

    key: str
    text: str
    cuts: tuple[int, ...]
    short: bool
    before: Before
    kind: Kind
    name: Text


class OtherWordsFinder:
    """Finds the words of one vocabulary; immutable once built.

    Args:
        entries: the words.
    """

    def __init__(self, entries: Iterable[OtherWords]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        self._whole: dict[str, list[_Phrase]] = {}
        self._beginnings: dict[str, list[_Phrase]] = {}
        phrases = [phrase for entry in entries for phrase in _phrases(entry)]
        for phrase in sorted(phrases, key=lambda phrase: -len(phrase.key)):
            if phrase.before == "beginning":
                self._beginnings.setdefault(phrase.key[: phrase.cuts[1]], []).append(phrase)
                continue
            self._by_first.setdefault(phrase.key[: phrase.cuts[1]], []).append(phrase)
            if len(phrase.cuts) > 2:
                self._whole.setdefault(phrase.key, []).append(phrase)
        found = [phrase for phrase in phrases if phrase.before != "beginning"]
        self._heads = {phrase.key[: min(_HEAD, end)] for phrase in found for end in (phrase.cuts[1], phrase.cuts[-1])}

    def find(self, line: Line) -> Sequence[OtherSpan]:
        """Return what is found in a line, in order; of words that overlap, the first and longest."""
        found: list[OtherSpan] = []
        end = 0
        letters, heads = line.letters, self._heads
        for start, after in pairwise(line.bounds):
            head = letters[start : min(start + _HEAD, after)]
            if start < end or not (head in heads or head[0].isdigit()):
                continue
            if span := self._at(line, start, after, follows=end == start):
                found.append(span)
                end = span.end
        if (not found or found[0].start) and (span := self._beginning(line)):
            found = [span, *(other for other in found if other.start >= span.end)]
        return tuple(found)

    def _beginning(self, line: Line) -> OtherSpan | None:
        """The words before the first type word, where the first of them say that they name a body."""
        for phrase in self._beginnings.get(line.letters[: line.bounds[1]], ()) if len(line.bounds) > 1 else ():
            written = line.letters.startswith(phrase.key) and _is_written(line, 0, phrase)
            if written and (type_word := _type_word_after(line, len(phrase.key))):
                return OtherSpan(0, type_word, phrase.kind, phrase.name)
        return None

    def _at(self, line: Line, start: int, after: int, *, follows: bool) -> OtherSpan | None:
        """What begins at a word; `follows` tells whether the word before was found, too, or there is none."""
        for phrase in self._candidates(line.letters[start:after]):
            end = start + len(phrase.key)
            if (
                line.letters.startswith(phrase.key, start)
                and _is_written(line, start, phrase)
                and (follows or len(phrase.cuts) > 2 or phrase.short or _may_begin(line, start, phrase.kind))
                and not _is_in_name(line, start, end)
            ):
                return OtherSpan(start, end, phrase.kind, phrase.name)
        if after - start == 4 and _YEAR.match(line.letters, start):
            return OtherSpan(start, after, "harmless", _YEARS)
        return _house_number(line) if start == 0 else None

    def _candidates(self, word: str) -> Iterator[_Phrase]:
        """Yield the phrases that may begin with a word, and those whose words are glued to one; the longest first."""
        yield from self._by_first.get(word, ())
        for length in range(len(word), _SHORTEST_GLUED - 1, -1):
            yield from self._whole.get(word[:length], ())


@cache
def shipped_finder() -> OtherWordsFinder:
    """Return what finds the words that come with the package."""
    return OtherWordsFinder(shipped_other_words())


def _phrases(entry: OtherWords) -> Iterator[_Phrase]:
    for before, texts in entry.words.items():
        for text in texts:
            words = text.split()
            joined = "".join(words)
            cuts = (*accumulate(map(len, words), initial=0),)
            short = joined.isupper() and len(joined) > 1
            yield _Phrase(fold_letters(joined), text, cuts, short, before, entry.kind, entry.name)


def _is_written(line: Line, start: int, phrase: _Phrase) -> bool:
    """Whether a phrase whose letters are there is meant: its marks, its case, where its words part, what follows."""
    end = start + len(phrase.key)
    inside = [bound for bound in line.bounds if start < bound < end]
    if end not in line.bounds and (inside or len(phrase.key) < _GLUED or len(phrase.cuts) == 2):
        return False
    if any(bound - start not in phrase.cuts for bound in inside) or not _follows(line, end, phrase.before):
        return False
    written = line.written(start, end)
    if phrase.short:
        return _is_abbreviated(line, start, written)
    if _plain(" ".join(line.words(start, end))) == _plain(phrase.text):
        return True
    return len(phrase.cuts) > 2 and written.isascii() and not line.marked


def _may_begin(line: Line, start: int, kind: Kind) -> bool:
    """Whether a word of one syllable may begin something, rather than go on with a name ("Xuâm Trường")."""
    mixed = not (line.text.islower() or line.text.isupper())
    if mixed and kind == "below-commune" and line.written(start, start + 1).islower():
        return True
    return line.text[slice(*line.gap(start))] != " " or line.letters.endswith(_ENDS_FRONT, 0, start)


def _is_abbreviated(line: Line, start: int, written: str) -> bool:
    """Whether letters are capitals, as an abbreviation is written, or all of the text is in small letters."""
    if written.istitle() and line.text.startswith(".", line.end(start + len(written))):
        return True
    if len(written) == 2:
        return start == 0 and written.isupper()
    return written.isupper() or line.text.islower()


def _follows(line: Line, end: int, before: Before) -> bool:
    """Whether the next word is a type word, or a number, where that is asked."""
    if before in {"words", "beginning"}:
        return True
    if before == "before_number":
        after = next((bound for bound in line.bounds if bound > end), end)
        return line.letters[end:after].isdigit()
    return any(_type_words_at(line, end))


def _type_words_at(line: Line, start: int) -> Iterator[TypeWord]:
    """Yield the type words, of one word or two, that begin at a letter: "Thành Nhất" only begins like one."""
    index = bisect_left(line.bounds, start)
    for after in line.bounds[index + 1 : index + 3]:
        word = TYPE_WORDS.get(line.letters[start:after])
        if word and not word.after and word.is_written(line.written(start, after)):
            yield word


def _type_word_after(line: Line, end: int) -> int:
    """The letter at which the first type word after letter `end` begins, other words before it; 0 where none does.

    None does in a line that names the Front, nor where the words so far begin an official name.
    """
    if _LIKE_FRONT.search(line.letters) or _is_in_name(line, 0, end):
        return 0
    bounds = line.bounds
    starts = bounds[bisect_left(bounds, end) + 1 : -1]
    return next((start for start in starts if not all(word.short for word in _type_words_at(line, start))), 0)


def _house_number(line: Line) -> OtherSpan | None:
    """The number that a text begins with, where a street's name may follow: "45 Vị Hoàng", but not "1. Hải Minh"."""
    number = _HOUSE_NUMBER.match(line.text)
    end = next((bound for bound in line.bounds[1:-1] if number and line.start(bound) >= number.end()), 0)
    if not end or _follows(line, end, "before_type") or _FRONT.search(line.letters) or _is_in_name(line, 0, end):
        return None
    return OtherSpan(0, end, "place", _HOUSE)


def _is_in_name(line: Line, start: int, end: int) -> bool:
    """Whether letters are words of an official name, or of a type word, that goes on before or after them, or is them.

    What is written like a common word, "quảng trường", is one, though a commune bears that name.
    """
    bounds = line.bounds
    before = bisect_left(bounds, end)
    for index in range(max(0, before - LONGEST_NAME), before):
        first = bounds[index]
        if first > start and _begins_name(line, end):
            break
        for last in bounds[index + 2 : index + 1 + LONGEST_NAME]:
            whole = (first, last) == (start, end)
            if last > start and (whole or first < start or last > end) and _is_name(line, first, last, as_name=whole):
                return True
    return False


def _begins_name(line: Line, start: int) -> bool:
    """Whether a type word or an official name begins at a letter: the words before it are no beginning of one."""
    index = bisect_left(line.bounds, start)
    after = line.bounds[index + 1 : index + 1 + LONGEST_NAME]
    if after and line.letters[start : after[0]] in _TYPE_BEGINNINGS:
        return True
    return any(_is_name(line, start, end, as_name=False) for end in after[1:])


def _is_name(line: Line, first: int, last: int, *, as_name: bool) -> bool:
    """Whether words are a type word or a name; with `as_name` one that is written as such."""
    key = line.letters[first:last]
    if key in TYPE_WORDS:
        return True
    names = named(key)
    if not names:
        return False
    words = line.words(first, last)
    text = " ".join(words)
    small = [word[0].islower() for word in words] if not line.text.islower() else [False]
    if any(small) if as_name else small[0] and not all(small):
        return False
    if text.isascii() and not line.marked:
        return any(fold_letters(text) == fold_letters(one.name) for one in names)
    return any(_plain(text) == _plain(one.name) for one in names)


def _plain(text: str) -> str:
    """The text in small letters without spaces, tone marks in their old places, i for y where both may stand."""
    return fold_spelling(text.lower()).replace(" ", "")

"""A submitted text as letters in a row: what is a word, what stands between, and what no name should hold.

Everything later works on *letter positions*: the letters of all words, folded and without what stands between
them. `start` and `end` lead from a letter back to its place in the raw text, so that every finding can be shown
where it stands. Character classes follow the Unicode general categories; what belongs to an emoji follows UTS 51.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

FaultKind = Literal["decomposed", "invisible", "lookalike"]
CharClass = Literal["word", "mark", "space", "invisible", "symbol", "punctuation"]

VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
"""The letters of Vietnamese that are not ASCII."""

# What continues an emoji after its first code point: modifiers, selectors, joiner, tags, the keycap (UTS 51).
_EMOJI_TAIL = re.compile("(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d.?)+", re.DOTALL)
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_FILLERS = frozenset("\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5")


@lru_cache(maxsize=4096)
def char_class(char: str) -> CharClass:
    """Return what one code point is within a name, by its Unicode general category."""
    if char.isspace():
        return "space"
    category = unicodedata.category(char)
    selects = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    if selects or char in _FILLERS or category in {"Cf", "Cc", "Cs"}:
        return "invisible"
    if category[0] == "M":
        return "mark"
    if category[0] in "LN":
        return "word"
    if category[0] == "P" or char < "\x80":
        return "punctuation"
    return "symbol"


class CharFault(NamedTuple):
    """A character that no name should hold, at its place in the raw text, and what should stand there."""

    kind: FaultKind
    start: int
    end: int
    expected: str


class Line(NamedTuple):
    """A text, its letters and its words.

    Attributes:
        text: the text; decoded, where it was in another encoding. All places are offsets into it.
        letters: the folded letters of all words, without what stands between (`fold_letters`), a character each.
        clean: what each letter is when written rightly: NFC, look-alikes replaced; as long as `letters`.
        bounds: the letter positions at which words begin, and the number of letters at the end.
        shifts: for each word, how much further its letters stand in the composed text than in `letters`.
        starts: where each character of the composed text begins in `text`; empty where they are the same.
        ends: where each of them ends.
        odd: those of `bounds` before which something else than a single space stands; the first and the last one where
            anything stands there. Invisible characters do not count.
        faults: characters to be mended within words or beside them, in order.
        plain: the text is words with single spaces between, and nothing else.
        decoding: the name of the encoding or typing it was decoded from; None for a text as it came.
        places: from offsets into `text` to offsets into the text as it came; empty where they are the same.
        length: how many characters the text has when it is composed.
    """

    text: str
    letters: str
    clean: Sequence[str]
    bounds: tuple[int, ...]
    shifts: Sequence[int]
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    odd: Sequence[int] = ()
    faults: tuple[CharFault, ...] = ()
    plain: bool = False
    decoding: str | None = None
    places: Sequence[int] = ()
    length: int = 0

    def written(self, start: int, end: int) -> str:
        """Return the clean text of the letters from `start` to `end`, without what stands between words."""
        clean = self.clean[start:end]
        return clean if isinstance(clean, str) else "".join(clean)

    @property
    def marked(self) -> bool:
        """Whether any letter has marks: that another has none then says much."""
        return not self.written(0, self.bounds[-1]).isascii()

    def words(self, start: int, end: int) -> list[str]:
        """Return the same cut where words begin."""
        cuts = [start, *(bound for bound in self.bounds if start < bound < end), end]
        return [self.written(first, last) for first, last in pairwise(cuts)]

    def spaced(self, start: int, end: int) -> str:
        """Return the same with single spaces between the words."""
        if self.plain:
            return self.text[self.start(start) : self.end(end)]
        return " ".join(self.words(start, end))

    def start(self, letter: int) -> int:
        """Return where a letter begins in `text`."""
        at = letter + self.shifts[bisect_right(self.bounds, letter) - 1]
        return self.starts[at] if self.starts else at

    def end(self, last: int) -> int:
        """Return where the letter before letter `last` ends in `text`."""
        at = last + self.shifts[bisect_left(self.bounds, last) - 1]
        return self.ends[at - 1] if self.ends else at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in `text` of the letters from `start` to `end` (at least one)."""
        return self.start(start), self.end(end)

    def glued_to_digit(self, letter: int) -> bool:
        """Tell whether a digit stands right before a letter, in the same word: one of them may have slipped in."""
        return letter > 0 and letter not in self.bounds and self.letters[letter - 1].isdigit()

    def gap(self, at: int) -> tuple[int, int]:
        """Return the place in `text` of what stands before letter `at`, or after the last letter."""
        return self.end(at) if at else 0, self.start(at) if at < len(self.letters) else len(self.text)


def emoji_at(raw: str, place: int) -> int:
    """Return where the symbol or emoji that begins at `place` ends; 0 where none does."""
    if keycap := _KEYCAP.match(raw, place):
        return keycap.end()
    if char_class(raw[place]) != "symbol":
        return 0
    end = place + 1
    while tail := _EMOJI_TAIL.match(raw, end):
        end = tail.end()
    return end

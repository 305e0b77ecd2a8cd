"""How a part is spelt beside how it should be: word by word, the commonest spellings known beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fanpage_names.text.compare import CASE, EQUAL, LETTERS, MARKS_MISSING, MARKS_WRONG, compare
from fanpage_names.text.fold import fold_tone
from fanpage_names.text.letters import bare
from fanpage_names.text.syllable import tones_of
from fanpage_names.text.values import new


class Word(NamedTuple):
    """A word of a part that is written otherwise.

    Attributes:
        start: its first letter, counted from that of the part.
        end: after its last letter.
        found: what is there.
        expected: what should be there.
        difference: how they differ, as flags of `text.compare`.
    """

    start: int
    end: int
    found: str
    expected: str
    difference: int


class Spelling(NamedTuple):
    """How a part is spelt.

    Attributes:
        words: its words that are written otherwise.
        differences: how any of them differ.
        wrong: how many tones and vowel marks contradict the name: lost marks do not.
    """

    words: tuple[Word, ...]
    differences: int
    wrong: int


EXACT = Spelling((), EQUAL, 0)
_CONTRADICTING = LETTERS | MARKS_WRONG


def spelling(found: Sequence[str], words: Sequence[str]) -> Spelling:
    """Return how `found` differ from the `words` of a part, one beside the other."""
    made: list[Word] = []
    start, differences, wrong = 0, EQUAL, 0
    for index, word in enumerate(words):
        written = found[index]
        end = start + len(written)
        if written != word:
            difference = compare(written, word)
            if difference:
                made.append(new(Word, (start, end, written, word, difference)))
                differences |= difference
                if difference & _CONTRADICTING:
                    wrong += _wrong(written, word, difference)
        start = end
    return new(Spelling, (tuple(made), differences, wrong))


def _wrong(found: str, expected: str, difference: int) -> int:
    if difference & LETTERS:
        return 2
    found, expected = found.lower(), expected.lower()
    return 1 + (tones_of(found) != tones_of(expected) and fold_tone(found) != fold_tone(expected))


def common_spellings(words: Sequence[str]) -> Mapping[str, Spelling]:
    """Return the spellings of a part with and without marks, in capitals, small letters and as it should be.

    Each is there by its letters without spaces; what `spelling` says of it, as hardly a part is written otherwise.
    """
    known = {"".join(words): EXACT}
    unmarked = [bare(word) for word in words]
    for written, missing in ((words, EQUAL), (unmarked, MARKS_MISSING)):
        for change in (str, str.upper, str.lower):
            found = [change(word) for word in written]
            key = "".join(found)
            if key not in known:
                known[key] = _unmistakable(found, words, missing)
    return known


def _unmistakable(found: Sequence[str], words: Sequence[str], missing: int) -> Spelling:
    """The spelling of words in which nothing differs but the case of letters, and marks that are missing."""
    made: list[Word] = []
    start, differences = 0, EQUAL
    for written, word in zip(found, words, strict=True):
        end = start + len(word)
        if written != word:
            plain = bare(word)
            difference = (CASE if bare(written) != plain else EQUAL) | (missing if plain != word else EQUAL)
            made.append(Word(start, end, written, word, difference))
            differences |= difference
        start = end
    return Spelling(tuple(made), differences, 0)

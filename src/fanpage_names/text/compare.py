"""How one written word differs from the word expected in its place."""

from __future__ import annotations

from collections.abc import Callable

from fanpage_names.text.fold import fold_i_y
from fanpage_names.text.letters import bare, join_letter, letter_table, split_letter

EQUAL = 0
CASE = 1
"""A capital for a small letter, or the other way round."""
TONE_PLACEMENT = 2
"""The right tone mark on another vowel of the word ("Thuỷ" for "Thủy")."""
I_Y = 4
"""i for y or y for i, where both spell the vowel ("Mĩ" for "Mỹ")."""
MARKS_MISSING = 8
"""No marks at all where the word has some; the bar of đ counts as one."""
MARKS_WRONG = 16
"""The right letters with wrong marks, some missing, or some too many."""
LETTERS = 32
"""Other letters; only CASE is said beside it, where the word is plainly in another case."""

FLAGS = (CASE, TONE_PLACEMENT, I_Y, MARKS_MISSING, MARKS_WRONG, LETTERS)
"""Each difference by itself."""
FLAGS_IN = tuple(tuple(flag for flag in FLAGS if flags & flag) for flags in range(2 * LETTERS))
"""The single differences in each sum of them."""

MARKS = TONE_PLACEMENT | MARKS_MISSING | MARKS_WRONG
"""The differences in marks, of which a word has at most one."""

_NONE = "."
_TONE = letter_table(lambda parts: parts.tone or _NONE)
# A foreign letter with two marks stands for them.
_MARK = letter_table(
    lambda parts: (
        parts.mark if len(parts.mark) == 1 else join_letter(parts.base.lower(), parts.mark) if parts.mark else _NONE
    )
)


def compare(found: str, expected: str) -> int:
    """Return how the word `found` differs from the word `expected`, as a sum of flags; both are NFC."""
    if found == expected:
        return EQUAL
    bare_found, bare_expected = bare(found), bare(expected)
    if bare_found == bare_expected:
        return _marks(found, expected, bare_found, bare_expected)
    small_found, small_expected = bare_found.lower(), bare_expected.lower()
    if small_found == small_expected:
        return CASE | _marks(found, expected, bare_found, bare_expected)
    if not _same_vowel(small_found, small_expected):
        return LETTERS if _in_case_of(found, expected) in (None, expected) else LETTERS | CASE
    same_case = all(a.isupper() == b.isupper() for a, b in zip(bare_found, bare_expected, strict=True))
    return (I_Y if same_case else I_Y | CASE) | _marks(found, expected, bare_found, bare_expected)


def _same_vowel(found: str, expected: str) -> bool:
    """Tell whether two bare words in small letters differ only in how they spell the vowel i."""
    return found.replace("y", "i") == expected.replace("y", "i") and fold_i_y(found) == fold_i_y(expected)


def _marks(found: str, expected: str, bare_found: str, bare_expected: str) -> int:
    """Return the difference in marks between two words of the same letters, i and y counting as one."""
    if bare_found == found:
        return EQUAL if bare_expected == expected else MARKS_MISSING
    found, expected = found.lower(), expected.lower()
    if found == expected:
        return EQUAL
    if found.translate(_MARK) != expected.translate(_MARK):
        return MARKS_WRONG
    tones_found, tones_expected = found.translate(_TONE), expected.translate(_TONE)
    if tones_found == tones_expected:
        return EQUAL
    tone = tones_found.replace(_NONE, "")
    return TONE_PLACEMENT if len(tone) == 1 and tone == tones_expected.replace(_NONE, "") else MARKS_WRONG


def _case_pattern(word: str) -> Callable[[str], str] | None:
    """Return what puts a word into the case of `word`; None where that is not plain."""
    if word.islower():
        return str.lower
    if len(word) == 1:
        return None
    return str.upper if word.isupper() else str.capitalize if word.istitle() else None


def _in_case_of(model: str, word: str) -> str | None:
    """Return `word` in the case of `model`; None where `model` is in no plain case, or it cannot be."""
    pattern = _case_pattern(model)
    written = pattern(word) if pattern else None
    return written if written is not None and len(written) == len(word) else None


def merge(found: str, expected: str, keep: int) -> str | None:
    """Return the word `expected` with the differences in `keep` left as they are in `found`.

    `compare(merge(found, expected, keep), expected) == compare(found, expected) & keep`.

    Returns:
        The word; None where there is no such word (LETTERS without the CASE beside it may have none, and
        some foreign letters have no capital).
    """
    differences = compare(found, expected)
    keep &= differences
    if keep == differences:
        return found
    if not keep:
        return expected
    if differences & LETTERS:
        return _in_case_of(found, expected) if keep == CASE else _in_case_of(expected, found)
    letters = [_merge_letter(a, b, keep) for a, b in zip(found, expected, strict=True)]
    return "".join(letters) if all(len(letter) == 1 for letter in letters) else None


def _merge_letter(found: str, expected: str, keep: int) -> str:
    """Return the letter `expected` with what is to keep of `found`."""
    theirs, ours = split_letter(found), split_letter(expected)
    base = (theirs if keep & I_Y else ours).base
    upper = (theirs if keep & CASE else ours).base.isupper()
    marks = theirs if keep & MARKS else ours
    return join_letter(base.upper() if upper else base.lower(), marks.mark, marks.tone)

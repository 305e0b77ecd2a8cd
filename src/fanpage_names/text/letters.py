"""Vietnamese letters taken apart into base letter, vowel mark and tone mark: what all folding stands on.

Source: the Unicode Character Database (canonical decompositions) and the Vietnamese alphabet, which has six
marked vowels (ă â ê ô ơ ư), đ, and five tone marks. A letter here is one code point (NFC).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from unicodedata import normalize

GRAVE, HOOK, TILDE, ACUTE, DOT = TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The tone marks in the order of the dictionaries: huyền, hỏi, ngã, sắc, nặng. The level tone is ""."""

CIRCUMFLEX, BREVE, HORN = VOWEL_MARKS = "\u0302\u0306\u031b"
"""The marks of â ê ô, of ă, and of ơ ư."""

BAR = "\u0335"
"""Stands for the bar of đ, which Unicode does not take apart."""

_BARRED = {"đ": "d", "Đ": "D"}
_LATIN = "".join(map(chr, (*range(0x20, 0x250), *range(0x1E00, 0x1F00))))


class Parts(NamedTuple):
    """A letter taken apart.

    Attributes:
        base: the bare letter, case kept.
        mark: vowel mark, bar of đ, or the marks of a foreign letter; "" where there are none.
        tone: one of TONES, or ""; only on letters of the Vietnamese alphabet.
    """

    base: str
    mark: str
    tone: str


def split_letter(letter: str) -> Parts:
    """Return the parts of one character; what has no marks is its own base."""
    decomposed = normalize("NFD", letter)
    if len(decomposed) == 1:
        return Parts(_BARRED.get(letter, letter), BAR if letter in _BARRED else "", "")
    base, marks = decomposed[0], decomposed[1:]
    vowel_mark = marks.strip(TONES)
    tone = marks.replace(vowel_mark, "")
    if base in "aeiouyAEIOUY" and len(tone) == 1 and vowel_mark in ("", *VOWEL_MARKS):
        return Parts(base, vowel_mark, tone)
    return Parts(base, marks, "")


def join_letter(base: str, mark: str, tone: str = "") -> str:
    """Return the letter with these parts, NFC: one code point for every Vietnamese letter."""
    if mark == BAR and base in "dD":
        return "đ" if base == "d" else "Đ"
    return base if not (mark or tone) else normalize("NFC", base + mark + tone)


_PARTS = {letter: split_letter(letter) for letter in _LATIN}


def letter_table(change: Callable[[Parts], str]) -> dict[int, int]:
    """Return a table for `str.translate` from each Latin letter to what `change` makes of its parts.

    Characters that stay as they are have entries too, and all entries are numbers: `str.translate` is slower
    on a miss, and on text.
    """
    return {ord(letter): ord(change(parts)) for letter, parts in _PARTS.items()}


BARE = letter_table(lambda parts: parts.base)
"""Takes all marks off, case kept."""

TONE_OF = {letter: parts.tone for letter, parts in _PARTS.items() if parts.tone}
"""The tone mark of each letter that has one."""

TONELESS = letter_table(lambda parts: join_letter(parts.base, parts.mark))
"""Takes the tone marks off."""


def bare(text: str) -> str:
    """Return `text` without any marks, case kept."""
    return text if text.isascii() else text.translate(BARE)

"""Vietnamese letters taken apart: base letter, vowel mark, tone. Independent of the package's own tables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = {"\u0301": "sắc", "\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
VOWEL_MARKS = {"\u0302": "mũ", "\u0306": "trăng", "\u031b": "móc"}

_WORD = re.compile(r"[^\W\d_]+")


def compose(text: str) -> str:
    """Return the text in NFC."""
    return unicodedata.normalize("NFC", text)


def decompose(text: str) -> str:
    """Return the text in NFD."""
    return unicodedata.normalize("NFD", text)


def letters(text: str) -> list[str]:
    """Return the letters of an NFC text, each with its marks."""
    return list(compose(text))


def base(letter: str) -> str:
    """Return the letter without vowel mark, tone and bar, in its case."""
    plain = decompose(letter)[0]
    return {"đ": "d", "Đ": "D"}.get(plain, plain)


def tone(letter: str) -> str:
    """Return the letter's tone as a combining character, or the empty text."""
    return "".join(mark for mark in decompose(letter) if mark in TONES)


def vowel_mark(letter: str) -> str:
    """Return the letter's vowel mark as a combining character, or the empty text."""
    return "".join(mark for mark in decompose(letter) if mark in VOWEL_MARKS)


def is_plain(letter: str) -> bool:
    """Whether the letter carries no mark of any kind."""
    return base(letter) == letter


def with_tone(letter: str, mark: str) -> str:
    """Return the letter with another tone (or none, where `mark` is empty)."""
    kept = "".join(char for char in decompose(letter) if char not in TONES)
    return compose(kept + mark)


def with_vowel_mark(letter: str, mark: str) -> str:
    """Return the letter with another vowel mark (or none), its tone kept."""
    return compose(decompose(letter)[0] + mark + tone(letter))


def strip_marks(text: str) -> str:
    """Return the text with every mark lost, as on a keyboard without Vietnamese."""
    return "".join(base(letter) for letter in letters(text))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the bare small letters and digits of the text, i and y taken as one."""
    return "".join(char for char in strip_marks(text).lower() if char.isalnum()).replace("y", "i")


@lru_cache(maxsize=20_000)
def marked(text: str) -> str:
    """Return the small letters and digits of the text with their marks."""
    return "".join(char for char in compose(text).lower() if char.isalnum())


def syllables(text: str) -> list[tuple[int, int]]:
    """Return where the words of an NFC text are."""
    return [match.span() for match in _WORD.finditer(text)]

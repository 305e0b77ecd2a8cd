"""Vietnamese syllables: their shape, their tone, and the vowel that carries the tone mark.

Source: Vietnamese orthography. The two placements of the tone mark differ only in open syllables that end
in oa, oe or uy: the old one marks the first vowel (Hòa, Thủy), the new one the second (Hoà, Thuỷ). The old one
is the standard here, as most names in the GSO's lists are spelt so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from fanpage_names.text.letters import ACUTE, DOT, TONE_OF, TONELESS, join_letter, split_letter

Placement = Literal["old", "new"]

_MARKED = "ăâêôơư"
_CONSONANTS = "bcdđfghjklmnpqrstvwxz"

# Any word with one run of vowels. The u of qu and the i of gi belong to the consonant where a vowel follows.
_SHAPE = re.compile(
    f"(?:qu(?=[aăâeêioôơy])|gi(?=[aăâeêoôơuư])|[{_CONSONANTS}]*)([aăâeêioôơuưy]{{1,3}})[{_CONSONANTS}]*"
)

ONSETS = frozenset(("", *"bcdđghklmnprstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"))
"""What a syllable may begin with."""
RHYMES = frozenset(
    vowel + ending.strip("-")
    for vowel, *endings in map(
        str.split,
        # Each vowel with what may follow it; "-" is nothing.
        """a - c ch i m n ng nh o p t u y
        ă c m n ng p t
        â c m n ng p t u y
        e - c m n ng o p t
        ê - c ch m n ng nh p t u
        i - a ch m n nh p t u
        iê c m n ng p t u
        yê m n ng t u
        o - c i m n ng p t
        oa - c ch i m n ng nh o p t y
        oă c m n ng t
        oe - m n o t
        oo c n ng
        ô - c i m n ng p t
        ơ - i m n ng p t
        u - a c i m n ng p t
        uâ c n ng t y
        uê - ch nh
        uô c i m n ng p t
        uơ -
        uy - a ch n nh p t u
        uyê n t
        ư - a c i m n ng t u
        ươ c i m n ng p t u
        y -""".splitlines(),
    )
    for ending in endings
)
_STOPS = ("c", "p", "t", "ch")


def tones_of(word: str) -> str:
    """Return the tone marks in `word` (NFC), in order."""
    return "" if word.isascii() else "".join([TONE_OF[letter] for letter in word if letter in TONE_OF])


def place_tone(syllable: str, tone: str, style: Placement = "old") -> str:
    """Return `syllable`, which has no tone mark, with `tone` on the vowel where `style` puts it.

    A word that has no vowels, or vowels in two places, comes back as it is.
    """
    shape = _SHAPE.fullmatch(syllable.lower())
    if shape is None or not tone:
        return syllable
    at = shape.start(1) + _tone_vowel(shape[1], shape.end(1) < len(syllable), style)
    base, mark, _ = split_letter(syllable[at])
    return syllable[:at] + join_letter(base, mark, tone) + syllable[at + 1 :]


def _tone_vowel(vowels: str, closed: bool, style: Placement) -> int:
    """Return which of `vowels` carries the tone mark."""
    marked = max(vowels.rfind(vowel) for vowel in _MARKED)
    if marked >= 0:
        return marked
    if len(vowels) == 2 and not closed:
        return 1 if style == "new" and vowels in ("oa", "oe", "uy") else 0
    return len(vowels) // 2


@lru_cache(maxsize=4096)
def replace_tone(syllable: str, style: Placement = "old") -> str:
    """Return `syllable` with its tone mark moved to where `style` puts it; what is no syllable stays."""
    tone = tones_of(syllable)
    if len(tone) != 1:
        return syllable
    toneless = syllable.translate(TONELESS)
    placed = place_tone(toneless, tone, style)
    return syllable if placed == toneless else placed


def has_syllable_shape(word: str) -> bool:
    """Tell whether `word` (NFC) has one run of vowels and at most one tone mark, like "Krông"."""
    return len(tones_of(word)) < 2 and _SHAPE.fullmatch(word.translate(TONELESS).lower()) is not None


def is_syllable(word: str) -> bool:
    """Tell whether `word` (NFC) is spelt as a Vietnamese syllable can be."""
    tone = tones_of(word)
    toneless = word.translate(TONELESS).lower()
    if len(tone) > 1 or (tone not in ("", ACUTE, DOT) and toneless.endswith(_STOPS)):
        return False
    if toneless.startswith("quy") and toneless[3:4] != "ê":
        toneless = toneless.replace("y", "i")  # in quýt and quỳnh, y is the whole vowel
    for end in range(4):  # noqa: SIM110 -- decoders ask this of every word: a generator would double its time
        if toneless[end:] in RHYMES and toneless[:end] in ONSETS:
            return True
    return False

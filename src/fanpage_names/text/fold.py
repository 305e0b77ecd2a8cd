"""Folding: leaving out, step by step, what Vietnamese writers leave out or write in two ways.

Each step takes NFC text and returns NFC text, is idempotent, and leaves every other difference alone: two
texts that differ in anything but what the step is about still differ after it.
"""

from __future__ import annotations

import re

from fanpage_names.text.letters import BREVE, CIRCUMFLEX, HORN, TONELESS, join_letter, letter_table
from fanpage_names.text.syllable import replace_tone

_MARKLESS = letter_table(
    lambda parts: join_letter(parts.base, "" if parts.mark in (CIRCUMFLEX, BREVE, HORN) else parts.mark, parts.tone)
)
_D = str.maketrans("đĐ", "dD")
_I = str.maketrans("yỳỷỹýỵYỲỶỸÝỴ", "iìỉĩíịIÌỈĨÍỊ")

_WORD = re.compile(r"[^\W\d_]+")
_SOLE_Y = re.compile(
    r"(?<![^\W\d_])(?:(?:[bdđhklmnrstvx]|[cknpt]h|tr)?[yỳỷỹýỵ]|qu[yỳỷỹýỵ](?:[npt]|ch|nh)?)(?![^\W\d_])",
    re.IGNORECASE,
)
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")

LETTER_FOLD: dict[int, int] = letter_table(lambda parts: parts.base.lower().replace("y", "i"))
"""For `str.translate`: each Latin letter to its small bare letter, đ to d, and y to i."""


def fold_case(text: str) -> str:
    """Return `text` in small letters. Source: Unicode, lower-case mappings."""
    return text.lower()


def fold_tone_placement(text: str) -> str:
    """Return `text` with each syllable's tone mark where the old placement puts it ("Thuỷ" as "Thủy").

    Source: Vietnamese orthography, see `fanpage_names.text.syllable`. Words that are no syllable stay.
    """
    return text if text.isascii() else _WORD.sub(lambda word: replace_tone(word[0]), text)


def fold_i_y(text: str) -> str:
    """Return `text` with i for y where both spell a whole vowel ("Mỹ" as "Mĩ", "quý" as "quí").

    Source: Vietnamese orthography (Decision 240/QĐ of 1984 writes i, older use and most names y). In "thuy",
    "hay" or "yên" the y is another sound than i and stays.
    """
    return _SOLE_Y.sub(lambda syllable: syllable[0].translate(_I), text)


def fold_spelling(text: str) -> str:
    """Return `text` with tone marks in their old places and i for y: one spelling of those that are equally good."""
    return fold_i_y(fold_tone_placement(text))


def fold_tone(text: str) -> str:
    """Return `text` without tone marks ("Hậu" as "Hâu"). Source: Unicode decompositions."""
    return text.translate(TONELESS)


def fold_vowel_mark(text: str) -> str:
    """Return `text` without the marks of ă â ê ô ơ ư ("Hậu" as "Hạu"). Source: Unicode decompositions."""
    return text.translate(_MARKLESS)


def fold_d(text: str) -> str:
    """Return `text` with d for đ ("Định" as "Dịnh"). Source: the Vietnamese alphabet."""
    return text.translate(_D)


def fold_letters(text: str) -> str:
    """Return `text` (NFC) as small bare letters of the same number: marks off, đ as d, every y as i.

    Coarser than all steps together, and quick: offsets into the result are offsets into `text`.
    """
    folded = text.translate(LETTER_FOLD)
    # The lower() of other scripts' letters keeps the length, but the small sigma depends on what follows.
    return folded if folded.isascii() else folded.lower().replace("ς", "σ")


def key_of(name: str) -> str:
    """Return the key of a name: its folded letters and digits (`fold_letters`), nothing else."""
    return "".join(filter(str.isalnum, fold_letters(name)))


def plain_numbers(text: str) -> str:
    """Return a text whose numbers have no zeros in front: "Phường 4" and "Phường 04" are one."""
    return _ZEROS.sub("", text)

"""VNI-Windows, the encoding of the VNI fonts, as it looks when read as windows-1252 or Latin-1.

Source: VNI Software's code table. Most marked letters are two characters: the letter, and one that shows its
marks, which after a capital is a capital too (but some typed it small). The others are one character.
"""

from __future__ import annotations

import re

from fanpage_names.text.decoded import Decoded, Piece, decode_codes, decode_words, is_told
from fanpage_names.text.letters import ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, TILDE, join_letter

_SINGLE = dict(zip("íìæóòôöîñ", "íìỉĩịơưỵđ", strict=True))
_TONES = dict(zip("øûõùï", (GRAVE, HOOK, TILDE, ACUTE, DOT), strict=True))
_CIRCUMFLEX = dict(zip("âàåãáä", ("", GRAVE, HOOK, TILDE, ACUTE, DOT), strict=True))
_BREVE = dict(zip("êèúüéë", ("", GRAVE, HOOK, TILDE, ACUTE, DOT), strict=True))

_SMALL = {
    **_SINGLE,
    **{
        vowel + code: join_letter(_SINGLE.get(vowel, vowel), mark, tone)
        for vowels, mark, tones in (
            ("aeouyôö", "", _TONES),
            ("aeo", CIRCUMFLEX, _CIRCUMFLEX),
            ("a", BREVE, _BREVE),
        )
        for vowel in vowels
        for code, tone in tones.items()
    },
}
_LETTERS = {
    **_SMALL,
    **{code.upper(): letter.upper() for code, letter in _SMALL.items()},
    **{code.capitalize(): letter.upper() for code, letter in _SMALL.items()},
}
_WORD = re.compile(r"[^\W\d_]+")
_ANY = re.compile("[íìæóòôöîñøûõùïâàåãáäêèúüéë]", re.IGNORECASE)


def _any_code() -> str:
    """The codes of two characters: each letter with the marks that can follow it."""
    marks: dict[str, str] = {}
    for code in sorted(_LETTERS):
        marks[code[0]] = marks.get(code[0], "") + code[1:]
    return "|".join(f"{letter}[{following}]" for letter, following in marks.items() if following)


_LETTER = re.compile(f"{_any_code()}|.", re.DOTALL)
_SINGLES = "".join(code for code in _LETTERS if len(code) == 1)
_WHOLE = re.compile(f"(?:{_any_code()}|[{_SINGLES}\\x00-\\x7f\\W\\d_])*+")
"""Possessive: a text can be read in one way only, and one that cannot be is not tried in others."""


def decode_vni(raw: str) -> Decoded | None:
    """Return `raw` decoded where words of it are in VNI-Windows; None where none can be."""
    return decode_words(raw, _WORD, _decode_word, unsure=True) if _ANY.search(raw) else None


def decode_all_vni(raw: str) -> Decoded | None:
    """Return `raw` decoded as one text in VNI-Windows, without asking of each word whether it is."""
    return decode_codes(raw, _LETTER, _LETTERS)


def may_be_vni(raw: str) -> bool:
    """Tell whether the whole of `raw` may be in VNI-Windows: it has no other letters, and is not right as it stands."""
    return _WHOLE.fullmatch(raw) is not None and is_told(raw, _WORD)


def _decode_word(word: str) -> list[Piece] | None:
    if word.isascii():
        return None
    pieces = []
    for match in _LETTER.finditer(word):
        letter = _LETTERS.get(match[0], match[0])
        if letter == match[0] and not letter.isascii() and letter not in "íìÍÌ":
            return None
        pieces.append((letter, match.start()))
    return pieces

"""TCVN3, the one-byte encoding of the ABC fonts (.VnTime …), as read as Latin-1 or windows-1252.

Source: TCVN 5712:1993, VN3. It has small letters with all marks, and capitals without tone marks only.
Capitals with a tone mark were typed as the small letter, and shown as capitals by fonts of capitals (.VnTimeH).
"""

from __future__ import annotations

import re

from fanpage_names.text.decoded import Decoded, Piece, decode_words, is_told
from fanpage_names.text.letters import TONE_OF, TONELESS, bare
from fanpage_names.text.syllable import ONSETS, is_syllable

_CODES = (
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_LETTERS = str.maketrans(*_CODES)
_WORD = re.compile(f"(?:[^\\W\\d_]|[{re.escape(_CODES[0])}])+")
_ANY = re.compile(f"[{re.escape(_CODES[0])}]")
_CAPITAL_INSIDE = re.compile("(?<=[^\\W\\d_])[A-ZĂÂÊÔƠƯĐ]")
_CONSONANTS = "bcdđghklmnpqrstvx"
_WITHOUT_U = re.compile(f"[{_CONSONANTS}]+ơ(?:ng|c)|[{_CONSONANTS}]{{3,}}")
"""What Vietnamese words look like that lost an ư; a shorter one is rather an abbreviation."""
_HELD = frozenset(map(chr, range(0x80))) | frozenset(_CODES[0])


def tcvn3_holds(letter: str) -> bool:
    """Tell whether the encoding has `letter`: it lacks the capitals with a tone mark."""
    return letter.isascii() or letter in _CODES[1]


def decode_tcvn3(raw: str) -> Decoded | None:
    """Return `raw` decoded where words of it are in TCVN3; None where none can be.

    Letters that the encoding holds only small are capitals in a word that is otherwise in capitals ("MÆT").
    """
    return decode_words(raw, _WORD, _decode_word, unsure=True) if _ANY.search(raw) else None


def decode_lossy_tcvn3(raw: str) -> Decoded | None:
    """Return the same of a text that lost its letters ư, whose code is the soft hyphen, which many programs drop.

    None where one is left. Names of the highlands have ơ before ng, too ("Chư Pơng"): see what names a unit.
    """
    if "\xad" in raw or not _ANY.search(raw):
        return None
    return decode_words(raw, _WORD, _decode_lossy_word, unsure=True)


def decode_all_tcvn3(raw: str) -> Decoded | None:
    """Return `raw` decoded as one text in TCVN3, without asking of each word whether it is; None for what cannot be."""
    text = raw.translate(_LETTERS)
    if _CAPITAL_INSIDE.search(text):
        text = _WORD.sub(lambda word: word[0].upper() if _is_in_capitals(word[0]) else word[0], text)
    return Decoded(text, range(len(raw) + 1)) if text != raw else None


def may_be_tcvn3(raw: str) -> bool:
    """Tell whether the whole of `raw` may be in TCVN3: it has no other letters, and is not right as it stands."""
    return _HELD.issuperset([letter for letter in raw if letter.isalpha()]) and is_told(raw, _WORD)


def _decode_word(word: str) -> list[Piece] | None:
    if word.isascii() or not _HELD.issuperset(word):
        return None
    text = word.translate(_LETTERS)
    if _is_in_capitals(text):
        text = text.upper()
    return list(zip(text, range(len(text)), strict=True))


def _decode_lossy_word(word: str) -> list[Piece] | None:
    """The same of a word that may have lost an ư."""
    pieces = list(zip(word, range(len(word)), strict=True)) if word.isascii() else _decode_word(word)
    lost = _lost_u("".join([letter for letter, _ in pieces])) if pieces else None
    if pieces is None or lost is None:
        return None if word.isascii() else pieces
    pieces.insert(lost, ("Ư" if word.isupper() else "ư", lost))
    return pieces


def _lost_u(text: str) -> int | None:
    """Where a word lost its letter ư; None where it did not. No word has ơ before ng or c, or no vowel at all."""
    if not _WITHOUT_U.fullmatch(text.translate(TONELESS).lower()):
        return None
    place = next((place for place, letter in enumerate(text) if bare(letter).lower() not in _CONSONANTS), None)
    if place is None:
        place = max(len(onset) for onset in ONSETS if text.lower().startswith(onset))
    return place if is_syllable(f"{text[:place]}ư{text[place:]}") else None


def _is_in_capitals(text: str) -> bool:
    """Tell whether all letters of a syllable that could be capitals are; the first alone does not show it."""
    if text[1:].islower():
        return False
    could = "".join([letter for letter in text if letter not in TONE_OF])
    return could.isupper() and is_syllable(text)

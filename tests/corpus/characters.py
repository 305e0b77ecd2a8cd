"""Damage to characters: FN101-FN106."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from . import encoders
from .draft import Draft, Kind
from .letters import compose, decompose, is_plain, syllables
from .rawtext import replaced, single_spaces, whole_text

_INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u200e\u200f\u202a\u202c\u2066\u2069\u2060\x08\x02"
_EMOJI = (
    "🇻🇳",
    "❤️",
    "👍",
    "👍🏽",
    "👨‍👩‍👧",
    "1️⃣",
    "⭐",
    "🌺🌺",
    "🎉",
    "★",
    "☆",
    "®",
    "™",
    "©",
    "✔",
    "♥",
    "☎",
    "🏳️‍🌈",
    "🇻🇳🇻🇳",
)
_CYRILLIC = dict(zip("aceopxyijsABCEHIKMOPTXSJ", "асеорхуіјѕАВСЕНІКМОРТХЅЈ", strict=True))
_GREEK = dict(zip("oaABEHIKMNOPTXYZ", "οαΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))


def _decomposed(text: str, rng: Random) -> str:
    return decompose(text)


def _part_decomposed(text: str, rng: Random) -> str | None:
    places = [(start, end) for start, end in syllables(text) if decompose(text[start:end]) != text[start:end]]
    if not places:
        return None
    start, end = rng.choice(places)
    return replaced(text, start, end, decompose(text[start:end]))


def _windows_1258(text: str, rng: Random) -> str:
    """Return the text as windows-1258 holds it: the vowel whole, the tone a combining character."""
    written = []
    for letter in text:
        apart = decompose(letter)
        tones = [mark for mark in apart[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
        kept = compose("".join(mark for mark in apart if mark not in tones))
        written.append(kept + "".join(tones))
    return "".join(written)


def _not_in_a_letter(text: str, at: int) -> bool:
    return not (at < len(text) and unicodedata.combining(text[at]))


def _invisible_inside(text: str, rng: Random) -> str:
    places = [match.end() for match in re.finditer(r"[^\W\d_](?=[^\W\d_])", text)]
    for at in sorted(rng.sample(places, rng.choice((1, 1, 1, 2))), reverse=True):
        text = replaced(text, at, at, rng.choice(_INVISIBLE))
    return text


def _invisible_between(text: str, rng: Random) -> str | None:
    gaps = single_spaces(text)
    if not gaps:
        return None
    at = rng.choice(gaps) + rng.choice((0, 1))
    return replaced(text, at, at, rng.choice(_INVISIBLE))


def _invisible_outside(text: str, rng: Random) -> str | None:
    if not (text[0].isalnum() and text[-1].isalnum()):
        return None
    char = rng.choice(_INVISIBLE)
    return rng.choice((char + text, text + char, "\ufeff" + text, "\u202a" + text + "\u202c"))


def _bar_lookalike(text: str, rng: Random) -> str:
    return text.replace("Đ", rng.choice("ÐƉ")).replace("đ", "ð")


def _alphabet(table: dict[str, str]) -> Callable[[str, Random], str | None]:
    def change(text: str, rng: Random) -> str | None:
        places = [at for at, letter in enumerate(text) if letter in table and _not_in_a_letter(text, at + 1)]
        if not places:
            return None
        chosen = places if rng.random() < 0.2 else rng.sample(places, min(len(places), rng.choice((1, 1, 2))))
        return "".join(table[letter] if at in chosen else letter for at, letter in enumerate(text))

    return change


def _styled(text: str, rng: Random, shift: Callable[[str], str], marked_too: bool) -> str:
    """Return the text with its Latin letters in another form; marked letters keep theirs, or only their marks."""
    written = []
    for letter in text:
        plain, marks = decompose(letter)[0], decompose(letter)[1:]
        if plain.isascii() and plain.isalpha() and (marked_too or not marks):
            written.append(unicodedata.normalize("NFC", shift(plain) + marks))
        else:
            written.append(letter)
    return "".join(written)


def _full_width(text: str, rng: Random) -> str:
    start, end = rng.choice([*syllables(text), (0, len(text))])
    wide = _styled(text[start:end], rng, lambda letter: chr(ord(letter) + 0xFEE0), marked_too=False)
    return replaced(text, start, end, wide)


def _mathematical(text: str, rng: Random) -> str:
    # Bold, bold italic, sans-serif bold, sans-serif bold italic, monospace: the unbroken alphabets of U+1D400.
    first = rng.choice((0x1D400, 0x1D468, 0x1D5D4, 0x1D63C, 0x1D670))

    def shift(letter: str) -> str:
        return chr(first + ord(letter) - 65) if letter.isupper() else chr(first + 26 + ord(letter) - 97)

    return _styled(text, rng, shift, marked_too=rng.random() < 0.5)


def _encodable(text: str) -> bool:
    """Whether the text has no signs that an old font would show as letters."""
    return all(char.isascii() or char.isalnum() for char in text)


def _encoded(encode: Callable[[str], str]) -> Callable[[str, Random], str | None]:
    return lambda text, rng: encode(text) if _encodable(text) else None


def _capitals_encoded(encode: Callable[[str], str]) -> Callable[[Draft, Random], Draft | None]:
    def damage(draft: Draft, rng: Random) -> Draft | None:
        if not _encodable(draft.text):
            return None
        text = rng.choice((str.upper, str.lower))(draft.text) if encode is encoders.tcvn3 else draft.text.upper()
        return draft.owing("FN104", "FN306", raw=encode(text))

    return damage


def _viqr(text: str, rng: Random) -> str:
    return encoders.viqr(text, rng.choice(("DD", "DD", "Dd")))


def _mojibake(text: str, rng: Random) -> str | None:
    if not _encodable(text):
        return None
    return rng.choice((encoders.utf8_as_cp1252, encoders.utf8_as_latin1))(text)


def _typed(keys: Callable[[str, encoders.KeyPlace], str]) -> Callable[[str, Random], str]:
    def change(text: str, rng: Random) -> str:
        places: tuple[encoders.KeyPlace, ...] = ("inside", "end", "late")
        place = rng.choice(places)
        double = rng.random() < 0.5
        for start, end in reversed(syllables(text)):
            word = keys(text[start:end], place)
            word = "DD" + word[2:] if double and word.startswith("Dd") else word
            text = replaced(text, start, end, word)
        return text

    return change


def _one_word_typed(text: str, rng: Random) -> str | None:
    places = [(start, end) for start, end in syllables(text) if not all(map(is_plain, text[start:end]))]
    if not places:
        return None
    start, end = rng.choice(places)
    keys = rng.choice((encoders.telex, encoders.vni_keys))
    return replaced(text, start, end, keys(text[start:end], rng.choice(("inside", "end"))))


def _symbol_outside(text: str, rng: Random) -> str | None:
    if not (text[0].isalnum() or text[-1].isalnum()):
        return None
    symbol = rng.choice(_EMOJI)
    return rng.choice((f"{text} {symbol}", f"{symbol} {text}", f"{symbol} {text} {symbol}", text + symbol))


def _symbol_between(text: str, rng: Random) -> str | None:
    gaps = single_spaces(text)
    return replaced(text, at := rng.choice(gaps), at + 1, f" {rng.choice(_EMOJI)} ") if gaps else None


KINDS = (
    Kind("FN104", "TCVN3", 6, whole_text("FN104", _encoded(encoders.tcvn3))),
    Kind("FN104", "TCVN3 capitals", 6, _capitals_encoded(encoders.tcvn3)),
    Kind("FN104", "VNI-Windows", 6, whole_text("FN104", _encoded(encoders.vni_windows))),
    Kind("FN104", "VNI-Windows capitals", 6, _capitals_encoded(encoders.vni_windows)),
    Kind("FN104", "VIQR", 6, whole_text("FN104", _viqr)),
    Kind("FN104", "UTF-8 as one byte", 6, whole_text("FN104", _mojibake)),
    Kind("FN105", "Telex", 6, whole_text("FN105", _typed(encoders.telex))),
    Kind("FN105", "VNI keys", 6, whole_text("FN105", _typed(encoders.vni_keys))),
    Kind("FN105", "one word", 6, whole_text("FN105", _one_word_typed)),
    Kind("FN101", "whole name", 6, whole_text("FN101", _decomposed)),
    Kind("FN101", "one word", 6, whole_text("FN101", _part_decomposed)),
    Kind("FN101", "windows-1258", 6, whole_text("FN101", _windows_1258)),
    Kind("FN102", "inside a word", 7, whole_text("FN102", _invisible_inside)),
    Kind("FN102", "between words", 7, whole_text("FN102", _invisible_between)),
    Kind("FN102", "outside", 7, whole_text("FN102", _invisible_outside)),
    Kind("FN103", "ð", 7, whole_text("FN103", _bar_lookalike)),
    Kind("FN103", "Cyrillic", 7, whole_text("FN103", _alphabet(_CYRILLIC))),
    Kind("FN103", "Greek", 7, whole_text("FN103", _alphabet(_GREEK))),
    Kind("FN103", "full-width", 7, whole_text("FN103", _full_width)),
    Kind("FN103", "mathematical", 7, whole_text("FN103", _mathematical)),
    Kind("FN106", "outside", 8, whole_text("FN106", _symbol_outside)),
    Kind("FN106", "between", 8, whole_text("FN106", _symbol_between)),
)

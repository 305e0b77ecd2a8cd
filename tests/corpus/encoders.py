"""Vietnamese text as older ways of writing leave it.

Tables: TCVN 5712:1993 (VN3, the "ABC" fonts); VNI-Windows of VNI Software; RFC 1456 (VIQR); the Telex and
VNI typing rules that all Vietnamese keyboards share; WHATWG windows-1252 (undefined bytes stay controls).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from .letters import base, letters, tone, vowel_mark, with_tone

KeyPlace = Literal["inside", "end", "late"]

_TONE_ORDER = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TCVN3_ROWS = {
    "a": "B5 B6 B7 B8 B9",
    "ă": "BB BC BD BE C6",
    "â": "C7 C8 C9 CA CB",
    "e": "CC CE CF D0 D1",
    "ê": "D2 D3 D4 D5 D6",
    "i": "D7 D8 DC DD DE",
    "o": "DF E1 E2 E3 E4",
    "ô": "E5 E6 E7 E8 E9",
    "ơ": "EA EB EC ED EE",
    "u": "EF F1 F2 F3 F4",
    "ư": "F5 F6 F7 F8 F9",
    "y": "FA FB FC FD FE",
}
_TCVN3_PLAIN = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", range(0xA1, 0xAF), strict=True))


def _tcvn3_table() -> dict[str, str]:
    table = {letter: chr(code) for letter, code in _TCVN3_PLAIN.items()}
    for letter, row in _TCVN3_ROWS.items():
        for mark, code in zip(_TONE_ORDER, row.split(), strict=True):
            table[with_tone(letter, mark)] = chr(int(code, 16))
    return table


_TCVN3 = _tcvn3_table()


def tcvn3(text: str) -> str:
    """Return the text in TCVN3; toned capitals have no code and are written as small letters."""
    return "".join(_TCVN3.get(letter, _TCVN3.get(letter.lower(), letter)) for letter in letters(text))


_VNI_WHOLE = {
    "ơ": "ô",
    "ư": "ö",
    "đ": "ñ",
    "í": "í",
    "ì": "ì",
    "ỉ": "æ",
    "ĩ": "ó",
    "ị": "ò",
    "ỵ": "î",
}
_VNI_TONE = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_HAT = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}


def _vni_letter(letter: str) -> str:
    if letter in _VNI_WHOLE:
        return _VNI_WHOLE[letter]
    mark, toned = vowel_mark(letter), tone(letter)
    if mark == "\u0302":
        return base(letter) + _VNI_HAT[toned]
    if mark == "\u0306":
        return base(letter) + _VNI_BREVE[toned]
    if toned:
        bare = with_tone(letter, "")
        return _VNI_WHOLE.get(bare, bare) + _VNI_TONE[toned]
    return letter


def vni_windows(text: str) -> str:
    """Return the text in VNI-Windows: one or two characters a letter, the mark in the letter's case."""
    return "".join(
        _vni_letter(letter.lower()).upper() if letter.isupper() else _vni_letter(letter) for letter in letters(text)
    )


_VIQR = {
    "\u0302": "^",
    "\u0306": "(",
    "\u031b": "+",
    "\u0300": "`",
    "\u0301": "'",
    "\u0309": "?",
    "\u0303": "~",
    "\u0323": ".",
}


def viqr(text: str, capital_bar: str = "DD") -> str:
    """Return the text in VIQR; `capital_bar` is how Đ is typed ("DD" or "Dd")."""
    written = []
    for letter in letters(text):
        if letter in "đĐ":
            written.append("dd" if letter == "đ" else capital_bar)
        else:
            written.append(base(letter) + "".join(_VIQR[m] for m in (vowel_mark(letter), tone(letter)) if m))
    return "".join(written)


def _windows_1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def utf8_as_cp1252(text: str) -> str:
    """Return the UTF-8 bytes of the text as a program that expects windows-1252 shows them."""
    return "".join(_windows_1252(byte) for byte in text.encode())


def utf8_as_latin1(text: str) -> str:
    """Return the UTF-8 bytes of the text as a program that expects ISO 8859-1 shows them."""
    return text.encode().decode("latin-1")


_TELEX_TONE = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI_KEY_TONE = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_VNI_KEY_MARK = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}


def _telex_mark(letter: str) -> str:
    if letter in "đĐ":
        return "d"
    mark = vowel_mark(letter)
    return base(letter).lower() if mark == "\u0302" else "w" if mark else ""


def _vni_mark(letter: str) -> str:
    return "9" if letter in "đĐ" else _VNI_KEY_MARK.get(vowel_mark(letter), "")


def _keys(word: str, place: KeyPlace, mark_of: Callable[[str], str], tone_keys: Mapping[str, str]) -> str:
    typed, late = "", ["", ""]
    for position, letter in enumerate(word):
        key, tone_key = mark_of(letter), tone_keys.get(tone(letter), "")
        if letter in "ưƯ" and vowel_mark(word[position + 1 : position + 2] or "a") == "\u031b":
            key = ""  # one stroke makes both horns of ươ
        typed += base(letter) + (key if place != "late" else "") + (tone_key if place == "inside" else "")
        late[0] += key if place == "late" else ""
        late[1] += tone_key if place != "inside" else ""
    return typed + "".join(late)


def telex(word: str, place: KeyPlace) -> str:
    """Return the Telex keys of one word.

    Args:
        word: a syllable, NFC.
        place: each key right after its letter ("inside"), the tone at the end ("end"), all at the end ("late").
    """
    typed = _keys(word, place, _telex_mark, _TELEX_TONE)
    return typed.upper() if len(word) > 1 and word.isupper() else typed


def vni_keys(word: str, place: KeyPlace) -> str:
    """Return the VNI keys of one word; see `telex`."""
    return _keys(word, place, _vni_mark, _VNI_KEY_TONE)

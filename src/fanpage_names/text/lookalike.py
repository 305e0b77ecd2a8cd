"""Characters that look like Latin letters and are others.

Sources: Unicode Technical Standard 39 (confusables) for other alphabets, small capitals and the look-alikes
of đ; compatibility mappings (NFKC) for full-width, mathematical, circled, superscript and other letterlike
forms. The superscripts ª and º are left out: between letters they come from legacy encodings.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

_SHAPES: dict[int, int] = {
    **str.maketrans("ðÐɖƉ", "đĐđĐ"),
    **str.maketrans("ɑɡıɩʋⱱᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "agiivvabcdefghijklmnoprstuvwyz"),
    # Cyrillic, Greek, Armenian
    **str.maketrans("авсԁенһіјкмопрԛгѕтухѵԝӏ", "abcdehhijkmonpqrstyxvwl"),
    **str.maketrans("АВСԀЕНҺІЈКМОРԚЅТУХѴԜӀ", "ABCDEHHIJKMOPQSTYXVWI"),
    **str.maketrans("αγεηικνορστυχωϲϳ", "ayenikvopotuxwcj"),
    **str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"),
    **str.maketrans("ցհոօզսՕՏՍԼ", "ghnoquOSUL"),
}
_FORMS = (
    range(0x1D2C, 0x1D6B),  # superscript and subscript letters
    range(0x2070, 0x209D),
    range(0x2100, 0x2180),  # letterlike symbols, Roman numerals
    range(0x24B6, 0x24EA),  # circled letters
    range(0xFF10, 0xFF5B),  # full-width
    range(0x1D400, 0x1D800),  # mathematical
)
_ACCENTED = (range(0x370, 0x530), range(0x1F00, 0x2000))
"""Where Unicode keeps precomposed Greek and Cyrillic letters."""


def _forms() -> Iterator[tuple[int, int]]:
    """Yield the characters that are only another form of a Latin letter, or of a digit of the same width."""
    for code in (code for codes in _FORMS for code in codes):
        plain = normalize("NFKC", chr(code))
        if len(plain) == 1 and plain.isascii() and (plain.isalpha() or (plain.isdigit() and code >= 0xFF10)):
            yield code, ord(plain)


def _accented() -> Iterator[tuple[int, int]]:
    """Yield the precomposed letters of other alphabets that look like a precomposed Latin letter."""
    for code in (code for codes in _ACCENTED for code in codes):
        letter = normalize("NFD", chr(code))
        if len(letter) > 1 and ord(letter[0]) in _SHAPES:
            letter = normalize("NFC", chr(_SHAPES[ord(letter[0])]) + letter[1:])
            if len(letter) == 1:
                yield code, ord(letter)


LOOKALIKES: dict[int, int] = {**_SHAPES, **dict(_forms()), **dict(_accented())}
"""For `str.translate`: each look-alike to its Latin letter or digit, one for one."""

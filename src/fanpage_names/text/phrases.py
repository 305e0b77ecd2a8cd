"""The words of a text, as those who compare and look up want them."""

from __future__ import annotations

import re
from unicodedata import normalize

from fanpage_names.text.fold import fold_letters, plain_numbers
from fanpage_names.text.tcvn3 import decode_all_tcvn3, may_be_tcvn3
from fanpage_names.text.vni import decode_all_vni, may_be_vni


def label(text: str) -> str:
    """Return a text as the patterns of this package want it: folded, without the white space around."""
    return fold_letters(normalize("NFC", text.strip())) if text else ""


def as_read(text: str) -> str:
    """Return a text as people read it: one that may be in TCVN3 or VNI as a whole with the letters that is shown."""
    if text.isascii():
        return text
    decoded = decode_all_tcvn3(text) if may_be_tcvn3(text) else None
    if decoded is None and may_be_vni(text):
        decoded = decode_all_vni(text)
    return decoded.text if decoded else text


def folded_words(text: str) -> str:
    """Return the words of a text, folded, with one space between."""
    return " ".join(re.findall(r"\w+", label(text).replace("_", " ")))


def bare_words(text: str) -> str:
    """Return the words that names are looked up by: folded, numbers without zeros in front, one space between."""
    return plain_numbers(folded_words(text))


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit at all."""
    return any(map(str.isalnum, text))

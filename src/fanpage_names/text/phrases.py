"""The words of a text, as those who compare and look up want them."""

from __future__ import annotations

import re
from unicodedata import normalize

from fanpage_names.text.fold import fold_letters, plain_numbers


def label(text: str) -> str:
    """Return a text as the patterns of this package want it: folded, without the white space around."""
    return fold_letters(normalize("NFC", text.strip())) if text else ""


def folded_words(text: str) -> str:
    """Return the words of a text, folded, with one space between."""
    return " ".join(re.findall(r"\w+", label(text).replace("_", " ")))


def bare_words(text: str) -> str:
    """Return the words that names are looked up by: folded, numbers without zeros in front, one space between."""
    return plain_numbers(folded_words(text))


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit at all."""
    return any(map(str.isalnum, text))

"""Phrases that stand in lists among the names, or behind them, and are none."""

from __future__ import annotations

import re
from unicodedata import normalize

from fanpage_names.text.fold import fold_letters, plain_numbers

_IN_THE_MAKING = (
    r"(?:(?:chua|dang) (?:xai dung|lap|thanh lap|tao|mo|lam|trien khai|thuc hien|hoan thanh|hoan thien)\b.*"
    r"|(?:chua|khong) co(?: (?:trang|fanpage|page|facebook|fb|ten|link)\b.*)?"
    r"|se (?:lap|lam|xai dung|bo sung|bao cao)\b.*|not (?:iet )?built(?: iet)?)"
)
_UNBUILT = re.compile(rf"\W*(?:{_IN_THE_MAKING}|chua|khong|x|o|none|no|n/a|[-–—._…/0]+)\W*")
_UNBUILT_NOTE = re.compile(
    r"\W*(?:(?:chua|dang) (?:xai dung|lap|thanh lap|tao|lam)|chua co (?:trang|fanpage|page|facebook)"
    r"|not (?:iet )?built)\b"
)
_ENDS_UNBUILT = re.compile(rf".*[(\[{{]\s*{_IN_THE_MAKING}\s*[)\]}}]\W*", re.DOTALL)
_MARKED_OTHERWISE = re.compile(r"\W*(?:ch[ùúủũụừứửữự]a|kh[òóỏõọồốổỗộ]ng)", re.IGNORECASE)
"""Words that fold like "chưa": "Chùa Cổ Lễ" is a name."""


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


def says_unbuilt(text: str) -> bool:
    """Whether a cell says, in place of a name, that there is no page: "Chưa xây dựng", "đang làm", "x", "0", "–"."""
    return bool(_UNBUILT.fullmatch(label(text))) and not _MARKED_OTHERWISE.match(normalize("NFC", text))


def notes_unbuilt(text: str) -> bool:
    """Whether a note beside a name says that its page is only foreseen; words such as "không" note something else."""
    return bool(_UNBUILT_NOTE.match(label(text)))


def ends_unbuilt(text: str) -> bool:
    """Whether a name says behind itself, in brackets, that its page is in the making: "(đang làm)", "(chưa có)"."""
    return text.rstrip().endswith((")", "]", "}")) and bool(_ENDS_UNBUILT.fullmatch(label(text)))

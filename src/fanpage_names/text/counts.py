"""Counts as people write them: "1.234", "12 345", "1,2K", "khoảng 500", "1,5 triệu"."""

from __future__ import annotations

import re
from unicodedata import normalize

_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+)(?:[.,](?P<part>\d+))?"
    r"\s*(?P<unit>k|n|nghìn|ngàn|m|tr|triệu)?(?!\w)"
)
_TIMES = {**dict.fromkeys(("k", "n", "nghìn", "ngàn"), 1_000), **dict.fromkeys(("m", "tr", "triệu"), 1_000_000)}
_ONE_SEPARATOR = re.compile(r"(\d{1,3})[.,](\d{3})")
_MOST_DIGITS = 15


def read_count(text: str) -> int | None:
    """Return the first count in a text, rounded down; None where there is none.

    A full stop or comma before three digits parts thousands ("1.234"), but with a word for thousands it is a decimal
    one ("1,234K").
    """
    match = _NUMBER.search(normalize("NFC", text[:200]).lower())
    if match is None or len(match["whole"]) > _MOST_DIGITS:
        return None
    whole, part, times = match["whole"], match["part"] or "", _TIMES.get(match["unit"] or "", 1)
    if times > 1 and not part and (decimal := _ONE_SEPARATOR.fullmatch(whole)):
        whole, part = decimal.groups()
    digits = re.sub(r"\D", "", whole)
    return int(digits) * times + int((part + "0" * 6)[:6]) * times // 1_000_000

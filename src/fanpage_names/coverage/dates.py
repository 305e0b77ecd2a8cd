"""Dates as people write them in a list."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T ].*)?")
_VIETNAMESE = re.compile(
    r"(?:ngày\s+)?(?P<day>\d{1,2})(?:\s*[-/.]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[-/.]\s*|\s+năm\s+)(?P<year>\d{4})",
    re.IGNORECASE,
)


def parse_date(text: str) -> date | None:
    """Return the day that a text names, day first ("30/1/2022") or ISO; None where it names none."""
    match = _ISO.fullmatch(text.strip()) or _VIETNAMESE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None

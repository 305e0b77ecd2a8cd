"""What a text looks like, whatever it stands in: the name of a page, a link."""

from __future__ import annotations

import re
from unicodedata import normalize

from fanpage_names.tables.grid import Recognise
from fanpage_names.text.fold import fold_letters

LONGEST_NAME = 150
_PAGE = re.compile(r"\W*(?:(?:trang|fanpage|page)\W+)?(?:mat\s+tran|mttq)(?!\w)")
_UNIT_OR_OFFICE = re.compile(
    r"\W*(?:tinh|thanh pho|tp|quan|huien|thi xa|thi tran|tt|xa|phuong|dac khu|ui ban|ub\w*|ban)\b"
)
_URL = re.compile(r"\s*(?:https?:|www\.|(?:\w+\.)?(?:facebook|fb)\.)", re.IGNORECASE)


def looks_like_page(text: str, recognise: Recognise) -> bool:
    """Whether a text reads like the name of a page, not like a unit's own name or a letterhead."""
    if not text or len(text) > LONGEST_NAME:
        return False
    folded = fold_letters(normalize("NFC", text))
    return bool(_PAGE.match(folded)) or (not _UNIT_OR_OFFICE.match(folded) and recognise(text))


def names_page(text: str) -> bool:
    """Whether a text begins with the words that begin the name of a page."""
    return len(text) <= LONGEST_NAME and bool(_PAGE.match(fold_letters(normalize("NFC", text))))


def looks_like_link(text: str) -> bool:
    """Whether a text begins like an address on the web."""
    return bool(_URL.match(text))

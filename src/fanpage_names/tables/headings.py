"""What the columns of submitted lists are called.

Sources: the form of the letter 3344/MTTW-BTT and the reports of districts (TT, Đơn vị, Tên Trang, Đường link,
Họ và tên, Số điện thoại, Ghi chú), the columns that this tool itself writes, and everyday words for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple
from unicodedata import normalize

from fanpage_names.tables.grid import Role
from fanpage_names.text.fold import fold_letters

Heading = Role | Literal["other"]
"""What a header cell announces; "other" is a column that lists often have and nobody needs here."""

_LONGEST_HEADING = 60

_PHRASES: Mapping[Heading, str] = {
    "name": "tên trang, tên fanpage, tên page, tên facebook, tên mặt trận, tên gọi trang, tên đã nộp, "
    "tên đã báo cáo, page name, pagename, fanpage name, name of the page, name of page, submitted",
    "link": "link, đường link, đường dẫn, liên kết, url, địa chỉ, địa chỉ trang, địa chỉ fanpage, "
    "địa chỉ facebook, page link, page address, website",
    "unit": "đơn vị, tên đơn vị, địa phương, xã phường, xã thị trấn, phường xã, tên xã, tên huyện, "
    "huyện thành phố, unit, commune, unit name",
    "officer": "cán bộ, tên cán bộ, họ và tên, họ tên, người phụ trách, phụ trách, người quản trị, "
    "quản trị viên, quản lý trang, officer, full name, admin, administrator, person in charge, "
    "contact person",
    "telephone": "điện thoại, số điện thoại, số đt, sđt, đtdđ, di động, số máy, telephone, phone, tel, "
    "mobile, phone number",
    "date": "ngày, thời gian, thời điểm, date, created",
    "note": "ghi chú, note, notes, remark, remarks, comment, comments",
    "other": "tt, stt, số tt, số thứ tự, no, level, cấp, code, mã, loại, type, chức vụ, chức danh, file, "
    "sheet, row, status, trạng thái, unit code, canonical, fixed, codes, messages, district, province, "
    "username, email, huyện, tỉnh, tệp, trang tính, dòng, danh mục, tên người dùng, thay đổi",
}

_VAGUE: Mapping[Heading, str] = {
    "name": "tên, name, trang, page, fanpage, facebook, trang fanpage, trang facebook, trang cộng đồng, "
    "trang mạng xã hội, fanpage facebook, facebook page",
}
"""Words that name the column only where nothing better does: the cells below have the last word."""


def words(text: str) -> str:
    """Return a header's text as folded words with one space between."""
    return " ".join(re.findall(r"\w+", fold_letters(normalize("NFC", text)).replace("_", " ")))


def _by_words(phrases: Mapping[Heading, str]) -> dict[str, Heading]:
    return {words(phrase): heading for heading, known in phrases.items() for phrase in known.split(",")}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the phrases among other words, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases, key=len, reverse=True))})\b")


_HEADINGS = _by_words(_PHRASES)
_VAGUE_HEADINGS = _by_words(_VAGUE)
_WITHIN = _any_of(phrase for phrase, heading in _HEADINGS.items() if heading != "other")
_VAGUE_WITHIN = _any_of(phrase for phrase in _VAGUE_HEADINGS if len(phrase) > 5)
"""Without the shortest words, which stand in too many other titles."""


class Title(NamedTuple):
    """What one header cell, or two above each other, announces.

    Attributes:
        heading: the kind of column; None where the words are not known.
        sure: 3 the very words, 2 among other words, 1 vague words, 0 unknown.
    """

    heading: Heading | None
    sure: int


def title_of(above: str, text: str = "") -> Title:
    """Return what the header `text` under `above` announces; either may be blank.

    The lower cell speaks for itself where it can ("Họ và tên" under "Trang cộng đồng"), else both together
    ("Tên" under "Cán bộ phụ trách").
    """
    if max(len(above), len(text)) > _LONGEST_HEADING:
        return Title(None, 0)
    low, both = words(text), words(f"{above} {text}")
    for said in (low, both):
        if said in _HEADINGS:
            return Title(_HEADINGS[said], 3)
        if found := _WITHIN.search(said):
            return Title(_HEADINGS[found[0]], 2)
    for said in (low, both):
        if said in _VAGUE_HEADINGS or _VAGUE_WITHIN.search(said):
            return Title("name", 1)
    return Title(None, 0)

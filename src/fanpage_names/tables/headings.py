"""What the columns of submitted lists are called.

Sources: the form of the letter 3344/MTTW-BTT and the reports of districts (TT, Đơn vị, Tên Trang, Đường link,
Họ và tên, Số điện thoại, Ghi chú), the columns that this tool itself writes, and everyday words for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from fanpage_names.tables.grid import Role
from fanpage_names.text.phrases import folded_words

Heading = Role | Literal["other"]
"""What a header cell announces; "other" is a column that lists often have and nobody needs here."""

_LONGEST_HEADING = 60
_LONGEST_ROW = 300

_PHRASES: Mapping[Heading, str] = {
    "name": "tên trang, tên fanpage, tên page, tên facebook, tên fb, tên mặt trận, tên gọi, tên đã nộp, "
    "tên đã báo cáo, page name, pagename, fanpage name, name of the page, name of page, submitted, "
    "submitted name",
    "link": "link, đường link, đường dẫn, liên kết, url, địa chỉ, địa chỉ trang, địa chỉ fanpage, "
    "địa chỉ facebook, page link, page address, website",
    "unit": "đơn vị, tên đơn vị, địa phương, xã phường, xã thị trấn, xã tt, phường xã, tên xã, cấp xã, unit, commune, "
    "unit name",
    "district": "tên huyện, huyện thành phố, quận huyện, huyện quận, huyện thị, thành phố huyện, huyện thị xã, "
    "huyện tp, tp huyện, huyện tx, cấp huyện, đơn vị cấp huyện, district name",
    "officer": "cán bộ, tên cán bộ, quản trị, người quản lý, người đăng ký, người lập, người điền, "
    " họ và tên, họ tên, người phụ trách, phụ trách, người quản trị, "
    "quản trị viên, quản lý trang, officer, full name, admin, administrator, person in charge, "
    "contact person",
    "telephone": "điện thoại, số điện thoại, số đt, sđt, đtdđ, di động, số máy, telephone, phone, tel, "
    "mobile, phone number",
    "date": "ngày lập, ngày tạo, ngày xây dựng, ngày thành lập, ngày mở, ngày ra mắt, ngày hoạt động, thời gian lập, "
    "thời gian tạo, thời gian xây dựng, thời gian thành lập, thời điểm lập, thời điểm xây dựng, date created, created",
    "note": "ghi chú, note, notes, remark, remarks, comment, comments",
    "cluster": "cụm thi đua, khối thi đua, tên cụm, cụm xã, cluster",
    "followers": "lượt theo dõi, số lượt theo dõi, số người theo dõi, lượt follow, followers",
}
"""Words that name a column by themselves and among other words. The day is that of the page, not of a report."""

_ALONE: Mapping[Heading, str] = {
    "unit": "xã, phường, thị trấn",
    "district": "huyện, quận, thành phố, district",
    "date": "ngày",
    "cluster": "cụm, khối",
    "other": "tt, stt, số tt, số thứ tự, no, level, cấp, code, mã, loại, type, chức vụ, chức danh, file, "
    "sheet, row, status, trạng thái, unit code, canonical, fixed, codes, messages, province, username, tỉnh, tệp, "
    "trang tính, dòng, danh mục, tên người dùng, thay đổi, date, kết quả, tên đúng, right name, sai lệch, "
    "what is wrong",
}
"""Words that name a column only where they stand alone."""

_VAGUE: Mapping[Heading, str] = {
    "name": "tên, name, trang, page, fanpage, facebook, trang fanpage, trang facebook, trang cộng đồng, "
    "trang mạng xã hội, fanpage facebook, facebook page",
}
"""Words that name the column only where nothing better does: the cells below have the last word."""

_NOT_NEEDED = re.compile(
    r"\b(?:e ?mail|gmail|hom thu|hop thu|thu dien tu|luot|(?:so )?nguoi (?:theo doi|thich)|theo doi|follow\w*|likes?"
    r"|ma (?:don vi|so|gso|quy tac|xa|huien)"
    r"|tinh trang|trang thai|dau thoi gian|timestamp|ngai (?:sinh|gui|bao cao|cap nhat|nop|dang))\b"
)
"""Words that say of a column, whatever else it is called, that it holds none of what is needed here."""


_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|me)\b")
_LABELLED = re.compile(r"\W*(?:\d{1,3}\W+)?([^\W\d][^:\n]{1,40}?)\s*:(?!//)(.*)", re.DOTALL)
_PAGE = re.compile(r"\b(?:mat tran|mttq)\b")

_OF_A_PAGE = re.compile(r"(?:trang )?(?:fanpage|facebook|fb|page)\b")
"""How a title begins that is about the page of a unit: "Facebook của đơn vị"."""


_FORMER = re.compile(r"\bcu\b(?! the)|\btruoc (?:dai|khi|sap nhap|nai|ngai|doi)\b|\b(?:old|former|previous)\b")
"""Words that say of a column that it holds what was."""
_FORESEEN = re.compile(
    r"\b(?:de (?:nghi|xuat)|du kien|sau (?:khi )?doi|se doi|can doi|theo (?:qui uoc|mau|huong dan))\b"
)
"""Words that say of a column of names that it holds what is to be: any other column of names goes before it."""
_OF_PAGES = re.compile(r"\b(?:ten|trang|page|fanpage|facebook)\b")
_PRESENT: frozenset[Heading] = frozenset({"name", "link", "unit", "district"})


def words(text: str) -> str:
    """Return a header's text as folded words with one space between."""
    return folded_words(text)


def _by_words(phrases: Mapping[Heading, str]) -> dict[str, Heading]:
    return {words(phrase): heading for heading, known in phrases.items() for phrase in known.split(",")}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the phrases among other words, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases, key=len, reverse=True))})\b")


_AMONG_OTHERS = _by_words(_PHRASES)
_HEADINGS = _AMONG_OTHERS | _by_words(_ALONE)
_VAGUE_HEADINGS = _by_words(_VAGUE)
_WITHIN = _any_of(_AMONG_OTHERS)
_ANY = _any_of(_HEADINGS)
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


def is_row_of_titles(text: str) -> bool:
    """Whether a line is nothing but what columns are called, several of them: "STT Tên trang Link"."""
    if len(text) > _LONGEST_ROW:
        return False
    folded = words(text)
    return len(_ANY.findall(folded)) > 1 and not _ANY.sub("", folded).strip()


def is_heading(folded: str) -> bool:
    """Whether a folded text is, word for word, what a column is called."""
    return words(folded) in _HEADINGS


@lru_cache(2048)
def title_of(above: str, text: str = "") -> Title:
    """Return what the header `text` under `above` announces; either may be blank, or in TCVN3 or VNI.

    The lower cell speaks for itself where it can ("Họ và tên" under "Trang cộng đồng"), else both together
    ("Tên" under "Cán bộ phụ trách").
    """
    if max(len(above), len(text)) > _LONGEST_HEADING or _ADDRESS.search(text):
        return Title(None, 0)
    readings = (_title(words(low), words(f"{high} {low}")) for high, low in _readings(above, text))
    return max(readings, key=lambda title: title.sure)


def labelled(text: str) -> tuple[Title, str] | None:
    """Return what a text announces, and what it says of that: "Số điện thoại: 0912…"; None where it is no such text.

    An address, or the name of a page before a colon, announces nothing.
    """
    found = _LABELLED.match(text)
    if not found or _PAGE.search(words(found[1])):
        return None
    title = title_of("", found[1])
    return (title, found[2].strip()) if title.heading and (title.sure > 1 or title.heading == "name") else None


def _readings(above: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield two texts as they are and, where some letter is none of ASCII, as the old fonts show them."""
    yield above, text
    if not (above.isascii() and text.isascii()):
        from fanpage_names.text.tcvn3 import decode_all_tcvn3
        from fanpage_names.text.vni import decode_all_vni

        for decode in (decode_all_tcvn3, decode_all_vni):
            high, low = (decode(one) for one in (above, text))
            yield high.text if high else above, low.text if low else text


def _title(low: str, both: str) -> Title:
    title = _by_phrases(low, both)
    if _FORMER.search(both) and (title.heading in _PRESENT or (title.heading is None and _OF_PAGES.search(both))):
        return Title("other", 2)
    if title.heading == "name" and title.sure > 1 and _FORESEEN.search(both):
        return Title("name", 1)
    return title


def _by_phrases(low: str, both: str) -> Title:
    for said in (low, both):
        if said in _HEADINGS:
            return Title(_HEADINGS[said], 3)
        if _NOT_NEEDED.search(said):
            return Title("other", 2)
        if found := _WITHIN.search(said):
            heading = _AMONG_OTHERS[found[0]]
            if heading in ("unit", "district") and _OF_A_PAGE.match(said):
                return Title("name", 1)
            return Title(heading, 2)
    for said in (low, both):
        if said in _VAGUE_HEADINGS or _VAGUE_WITHIN.search(said):
            return Title("name", 1)
    return Title(None, 0)

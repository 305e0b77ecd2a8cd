"""What says, in place of a page's name, beside it or behind it, that there is no page yet.

Source: what districts write into lists of pages where a unit has none.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from fanpage_names.text.fold import fold_letters
from fanpage_names.text.phrases import label

_SUBJECT = (
    r"(?:(?:hien(?: nai| tai)?|don vi|dia phuong|xa|phuong|thi tran|huien|mat tran|mttq|ubmttq"
    r"|trang|fanpage|page|facebook|fb|link)\W+)*"
)
_DOING = (
    r"(?:(?:duoc|kip|the|tien hanh) )?(?:xai dung|lap|thanh lap|tao|mo|lam|trien khai|thuc hien|hoan thanh|hoan thien"
    r"|hoat dong|dat ten|cap nhat|bao cao|gui|nop|xong|duiet|van hanh|kich hoat|dang ki|chuan bi|chinh sua|khoi tao)"
)
_WAITING = r"(?:cho|trong qua trinh|xin)"
_BEHIND = (
    rf"{_SUBJECT}(?:(?:chua|dang) {_DOING}|dang {_WAITING} {_DOING}|(?:chua|khong|ko) co|se (?:{_DOING}|bo sung))"
    r"(?: (?:trang|fanpage|page|facebook|fb|ten|link|duong link|duoc|xong|roi|moi|gi|so lieu))*"
)
_ALONE = (
    rf"{_SUBJECT}(?:(?:chua|dang) {_DOING}\b.*|dang {_WAITING}\b.*"
    rf"|(?:chua|khong|ko) co(?: (?:trang|fanpage|page|facebook|fb|ten|link|thong tin|so lieu)\b.*)?"
    rf"|(?:khong|ko) {_DOING}\b.*|se (?:{_DOING}|bo sung)\b.*|(?:du kien|dung chung)\b.*"
    rf"|cho (?:duiet|phe duiet|xac minh|{_DOING})\b.*"
    r"|(?:da )?bi (?:khoa|mat|hack|xoa|vo hieu)\b.*|(?:da )?(?:khoa|xoa|ngung|dung)(?: hoat dong| trang)?"
    r"|not (?:iet )?built(?: iet)?)"
)
_UNBUILT = re.compile(rf"\W*(?:{_ALONE}|chua|khong|ko|k|x|o|nt|nhu tren|trong|none|nil|no|not iet|n/a|[-–—._…/0?]+)\W*")
_UNBUILT_NOTE = re.compile(
    r"\W*(?:(?:chua|dang) (?:xai dung|lap|thanh lap|tao|lam)|chua co (?:trang|fanpage|page|facebook)"
    r"|not (?:iet )?built)\b"
)
_IN_BRACKETS = re.compile(rf"\s*[(\[{{]\s*{_ALONE}\s*[)\]}}]\W*$")
_OPEN = re.compile(rf"(?:\s*[:;,=>–—-]+\s*(?:{_BEHIND}|chua|khong|ko)|\s+{_BEHIND})\W*$")
_MARKED_OTHERWISE = re.compile(r"\b(?:ch[ùúủũụừứửữự]a|kh[òóỏõọồốổỗộ]ng|[đd][àáảãạăằắẳẵặâấầẩẫậ]ng)\b", re.IGNORECASE)
"""Words that fold like "chưa", "không", "đang": "Chùa Cổ Lễ" is a name."""
_SIGN = re.compile(r"\b(?:chưa|chua|đang|dang|không|khong|ko|sẽ|se|not)\b", re.IGNORECASE)
_LONGEST = 80


def says_unbuilt(text: str) -> bool:
    """Whether a cell says, in place of a name, that there is no page: "Chưa xây dựng", "đang làm", "x", "0", "–"."""
    return bool(_UNBUILT.fullmatch(label(text))) and not _MARKED_OTHERWISE.search(normalize("NFC", text))


def notes_unbuilt(text: str) -> bool:
    """Whether a note beside a name says that its page is only foreseen; words such as "không" note something else."""
    return bool(_UNBUILT_NOTE.match(label(text)))


def unbuilt_behind(text: str) -> int | None:
    """Return where a name's cell goes on to say that its page is in the making; None where it does not.

    In brackets ("(đang làm)", "(chưa có)"), or behind a dash, a colon or a space alone ("Hải Phú: chưa có trang").
    """
    begin = max(0, len(text) - _LONGEST)
    if not _SIGN.search(text, begin):
        return None
    folded = fold_letters(text)
    found = _IN_BRACKETS.search(folded, begin) if text.rstrip().endswith((")", "]", "}")) else None
    found = found or _OPEN.search(folded, begin)
    if found is None or not found.start() or _MARKED_OTHERWISE.search(text, found.start()):
        return None
    return found.start()


def ends_unbuilt(text: str) -> bool:
    """Whether a name says behind itself that its page is in the making."""
    return unbuilt_behind(normalize("NFC", text)) is not None

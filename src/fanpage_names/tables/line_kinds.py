"""What a line of a text is where it carries no name: what people say to each other, and what stands around a list.

Source: messages pasted from Zalo, Messenger and Viber; letters of districts.
"""

from __future__ import annotations

import re

from fanpage_names.text.phrases import has_words, label

_SAID = re.compile(
    r"\bạ\b|\b(?:nhé|nha|nhỉ)\b\W*$|\b(?:xin )?cảm ơn\b|\bthanks?\b|^\W*(?:dạ|vâng|ok)\b"
    r"|\bgửi (?:anh|chị|em|các|sếp|bác|cô|chú|đồng chí|đ/c)\b"
    r"|\b(?:em|tôi|mình|chúng tôi|bên em) (?:xin )?(?:gửi|báo|nộp|bổ sung)\b|\bchào (?:anh|chị|em|các|cả|mọi)\b"
    r"|^\W*(?:còn lại|các xã còn lại|số còn lại)\b|^\W*(?:cam on|xin cam on|da|vang)\b\W"
    r"|^\W*(?:trên đây là|(?:thực hiện|căn cứ) (?:công văn|kế hoạch|hướng dẫn|chỉ đạo|văn bản)|đến nay|tính đến)\b"
    r"|^\W*(?:hết|enter|you sent|bạn đã gửi|đã gửi|đã xem|seen)\W*$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\s*\[?\d{1,2}[:/.-]\d{1,2}(?:[/.-]\d{2,4})?[\s,]+\d{1,2}[:/.-]\d{1,2}.*?\]?")
"""When a message was sent, as chats write it before who sent it."""
_TIME = re.compile(
    r"\W*(?:(?:hôm (?:nay|qua)|thứ \w+|chủ nhật|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?[\s,]*(?:lúc\s*)?"
    r"(?:\d{1,2} [a-z]{3,9} \d{4},?\s+)?\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[AP]M)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\W*",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\W*(?:hinh anh|anh|video|file|tep|sticker|nhan dan|link|tin nhan|cuoc goi|danh thiep|vi tri|photo|image|gif)\b"
    r"[^\[\]]{0,30}\]\W*"
)
_HEADLINE = re.compile(
    r"\W*(?:(?:[ivx]+|\d{1,2})\W+)?(?:danh sach|bao cao|phu luc|bang tong hop|cong hoa xa hoi|doc lap\W+tu do"
    r"|bieu (?:so|mau|tong|\d)|phieu (?:bao|dang|khao|so|thu)|(?:tong hop|thong ke) (?:danh|ket|trang|fanpage|link|so)"
    r"|ket qua (?:xai|lap|trien|thuc|kiem|thong))\b"
)
_NUMBER = re.compile(r"^\W*\d*\W*")
_ADDRESSED = "kinh gui"
_ENDS_SENTENCE = (".", ":", ";")
_WORDS_OF_A_SENTENCE = 8
_LONGEST_SAID = 1000
_OFFICE = re.compile(r"\W*(?:\d+\W+)?(?:ui ban|ub|ban thuong truc|btt)")


def is_stamped(line: str) -> bool:
    """Whether a line begins with when it was sent."""
    return bool(_STAMP.match(line))


def is_time(line: str) -> bool:
    """Whether a line says nothing but when something was sent; who sent it stands above."""
    return bool(_TIME.fullmatch(line))


def is_furniture(line: str) -> bool:
    """Whether a line is none of a message's words: a time, what was attached ("[Hình ảnh]"), signs alone."""
    return is_time(line) or not has_words(line) or ("]" in line and bool(_ATTACHED.fullmatch(label(line))))


def said(line: str) -> bool:
    """Whether a line is what somebody says to somebody."""
    return bool(_SAID.search(line, 0, _LONGEST_SAID))


def speaks(line: str, text: str) -> bool:
    """Whether a line shows that it stands in a message or a letter, and not in a bare list of names.

    Args:
        line: the line.
        text: the same, folded.
    """
    return is_stamped(line) or is_time(line) or said(line) or is_headline(text) or text.startswith(_ADDRESSED)


def is_headline(text: str) -> bool:
    """Whether a folded text heads a list or a letter: "DANH SÁCH …", "Phụ lục 1"."""
    return bool(_HEADLINE.match(text))


def is_prose(line: str) -> bool:
    """Whether a line is a sentence of a letter."""
    return (
        line.rstrip().endswith(_ENDS_SENTENCE)
        and len(line.split()) >= _WORDS_OF_A_SENTENCE
        and not _OFFICE.match(label(line[:40]))
    )


def without_number(line: str) -> str:
    """Return a line without the list number or the bullet that it begins with."""
    return _NUMBER.sub("", line)

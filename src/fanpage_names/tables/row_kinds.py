"""What a row among the names is where it carries none: a total, a section, a remark, a signature, column numbers.

Source: the reports of districts, which have sections for each level, a total, and end with a block of signatures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_COUNTED = r"(?:so )?(?:trang|fanpages?|pages?|don vi|xa|phuong|thi tran|huien)"
_TOTAL = re.compile(
    rf"\W*(?:tong(?: cong(?! ti\b)| so)\b.*|tong(?: {_COUNTED})?\W*(?:\d.*)?|cong(?: {_COUNTED})?\W*(?:\d.*)?"
    rf"|cong (?:cap|toan|chung|don|lai|tong|mang)\b.*|(?:mang|chuien) sang\b.*|(?:lui ke|ti le|trong do)\b.*"
    rf"|(?:grand |sub ?)?total\b.*|(?:co |dat )?\d+(?:/\d+)?(?:\W+{_COUNTED})+\W*)",
    re.DOTALL,
)
_REMARK = re.compile(
    r"\W*(?:(?:ghi chu|luu i|chu i|chu thich|huong dan (?:ghi|dien|nhap|lap)|kinh gui|vi du|vd|example)\b.*"
    r"|(?:dong )?mau\W*(?::.*)?)",
    re.DOTALL,
)
_SECTION = re.compile(
    r"(?:[ivxlc]+\b|[a-h]\b|\d+)?[\W_]*(?:(?:doi voi )?(?:cap (?:tinh|huien|xa|co so|thanh pho)\b.*"
    r"|(?:cac|khoi) (?:huien|xa|phuong|thi tran|thanh pho|don vi)\b.*)|(?:province|district|commune) level)"
)
_WITHOUT_PAGE = re.compile(
    r"(?:[ivxlc]+\b|[a-h]\b|\d+)?[\W_]*(?:danh sach )?(?:(?:cac|so|nhung|cap) )?"
    r"(?:(?:don vi|xa|phuong|thi tran|huien|thanh pho|con lai|va)\W+)+(?:hien )?(?:chua|dang)\b.*",
    re.DOTALL,
)
_OF_DISTRICT = re.compile(
    r"\W*(?:[ivxlc]+\W+)?(?:(?:ui ban|ub\w*|mttq|mat tran(?: to quoc)?|viet nam|vn|ban thuong truc|btt)\W+)*"
    r"(?:huien|thanh pho|tp|thi xa|tx|quan)\W+(?!.*\b(?:xa|phuong|thi tran)\b)\w.*",
    re.DOTALL,
)
_ROMAN_OR_LETTER = re.compile(r"\W*(?:[ivxlc]+|[a-h])\W*")
_BEGINS_WITH_ROMAN = re.compile(r"\W*[ivxlc]+[.)/]\s*\w")
_DISTRICT = re.compile(r"(?:\W*(?:[ivxlc]+|[a-h]|\d+)\W+)?(?:huien|thanh pho|tp|thi xa|tx|quan)\b\W*\w.*")
_MENTIONS_DISTRICT = re.compile(
    r"\b(?:huien|thanh pho|tp|thi xa|tx|quan)\b\W*(?!xa\b|phuong\b|thi\b|thanh\b|huien\b|va\b)\w"
)
_LIST_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_COLUMN_NUMBER = re.compile(r"\W*(?:\d{1,2}|[a-h])\W*")
_SIGNATURE = re.compile(
    r"\W*(?:(?:t/?m|k/?t|tl|tuq)\b\W*\w.*|(?:q\W+|pho )?(?:chu tich|truong ban|bi thu)\b.*|da ki|ki ten.*|ki,.*"
    r"|ki va ghi.*"
    r"|(?:nguoi|can bo) (?:lap|tong hop|bao cao|ki|gui|nhap|kiem tra|cung cap|thuc hien)\b.*|thu truong.*|xac nhan\b.*"
    r"|noi (?:nhan|gui)(?:\W.*)?|dai dien don vi.*|tran trong\b.*"
    r"|.*\bngai\b(?:.*\bthang\b.*\bnam\b|\W*\d{1,2}\s*[/.-]\s*\d{1,2}\b).*)\W*",
    re.DOTALL,
)
_TYPE_WORD = re.compile(r"\W*(?:xa|phuong|thi tran|tt|huien|thanh pho|tp|thi xa|tx|quan|dac khu|x|p|h)\b")


def is_total(label: str) -> bool:
    """Whether a cell says that its row adds up: "Tổng cộng", "12 trang", "Tỷ lệ: 35%"."""
    return bool(_TOTAL.fullmatch(label))


def is_remark(label: str) -> bool:
    """Whether a cell explains, or shows by an example, what is to be written: "Ghi chú: …", "Ví dụ: …", "(mẫu)"."""
    return bool(_REMARK.fullmatch(label))


def is_section(label: str) -> bool:
    """Whether a cell heads the rows of a level: "II. Cấp xã", "Các xã, thị trấn"."""
    return bool(_SECTION.fullmatch(label))


def heads_units_without_page(label: str) -> bool:
    """Whether a line says that the units below it have no page: "Các xã chưa có trang"."""
    return bool(_WITHOUT_PAGE.fullmatch(label))


def is_of_district(label: str) -> bool:
    """Whether a name is that of a district itself: the rows below it are its communes'."""
    return bool(_OF_DISTRICT.fullmatch(label))


def is_district_line(label: str) -> bool:
    """Whether a cell says nothing but whose rows follow: "Thành phố Nam Định"."""
    return bool(_DISTRICT.fullmatch(label))


def mentions_district(label: str) -> bool:
    """Whether a section line says in which district its rows lie."""
    return bool(_MENTIONS_DISTRICT.search(label))


def is_roman_or_letter(label: str) -> bool:
    """Whether a cell numbers a section: "I", "A."."""
    return bool(_ROMAN_OR_LETTER.fullmatch(label))


def begins_with_roman(label: str) -> bool:
    """Whether a line begins as a section of a letter does: "III. Đánh giá"."""
    return bool(_BEGINS_WITH_ROMAN.match(label))


def is_list_number(label: str) -> bool:
    """Whether a cell numbers a row: "12", "3."."""
    return bool(_LIST_NUMBER.fullmatch(label))


def begins_with_type(label: str) -> bool:
    """Whether a cell begins as the name of a unit does, with its type."""
    return bool(_TYPE_WORD.match(label))


def is_row_of_numbers(labels: Sequence[str]) -> bool:
    """Whether this is the row of column numbers that forms have below their header: (1), (2), (3)."""
    filled = [label for label in labels if label]
    return len(filled) > 1 and all(map(_COLUMN_NUMBER.fullmatch, filled))


def is_signature(label: str) -> bool:
    """Whether a cell is one that a block of signatures begins with, or has in it."""
    return bool(_SIGNATURE.fullmatch(label))

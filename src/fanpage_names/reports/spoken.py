"""Tables in the reader's language: what their columns are called, and the words of those that know few."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fanpage_names.history.wording import KINDS
from fanpage_names.lang import Lang, Text, day_text
from fanpage_names.reports.labels import FIX, SEVERITY
from fanpage_names.tables.table import Cell, Table

_HEADINGS: Mapping[str, Text] = {
    "file": Text("Tệp", "File"),
    "sheet": Text("Trang tính", "Sheet"),
    "row": Text("Dòng", "Row"),
    "submitted": Text("Tên đã báo cáo", "Submitted name"),
    "link": Text("Đường link", "Link"),
    "list": Text("Danh mục", "List"),
    "level": Text("Cấp", "Level"),
    "code": Text("Mã", "Code"),
    "type": Text("Loại", "Type"),
    "unit": Text("Đơn vị", "Unit"),
    "label": Text("Nhãn", "Label"),
    "district": Text("Huyện", "District"),
    "province": Text("Tỉnh", "Province"),
    "districts": Text("Số đơn vị cấp huyện", "Districts"),
    "communes": Text("Số đơn vị cấp xã", "Communes"),
    "page_name": Text("Tên trang", "Page name"),
    "page_name_short": Text("Tên trang, kiểu ngắn", "Page name, short"),
    "page_name_full": Text("Tên trang, kiểu đầy đủ", "Page name, full"),
    "username": Text("Tên người dùng", "Username"),
    "new_code": Text("Mã mới", "New code"),
    "new_unit": Text("Đơn vị mới", "New unit"),
    "new_page_name": Text("Tên trang mới", "New page name"),
    "candidates": Text("Có thể là", "May be"),
    "kind": Text("Loại thay đổi", "Kind of change"),
    "changes": Text("Thay đổi", "Change"),
    "rule": Text("Quy tắc", "Rule"),
    "severity": Text("Mức độ", "Severity"),
    "fix": Text("Cách sửa", "Fix"),
    "meaning": Text("Nội dung", "Meaning"),
    "setting": Text("Thiết lập", "Setting"),
    "value": Text("Giá trị", "Value"),
    "source": Text("Nguồn", "Source"),
    "place": Text("Ghi ở đâu", "Where"),
    "from": Text("Từ ngày", "From"),
    "to": Text("Đến ngày", "To"),
    "in_force": Text("Hiện hành", "In force"),
    "now_in": Text("Nay thuộc", "Now part of"),
}
"""What people call every column of every `Table`."""

_WORDS: Mapping[str, Mapping[Any, Text]] = {
    "level": {
        "province": Text("tỉnh", "province"),
        "district": Text("huyện", "district"),
        "commune": Text("xã", "commune"),
    },
    "kind": {**KINDS, "unrecorded": Text("chưa có dữ liệu", "unrecorded")},
    "severity": SEVERITY,
    "fix": FIX,
    "source": {
        "option": Text("dòng lệnh", "option"),
        "environment": Text("biến môi trường", "environment"),
        "file": Text("tệp cấu hình", "file"),
        "default": Text("mặc định", "default"),
    },
}
_DAYS = ("from", "to")


def spoken(table: Table, lang: Lang) -> Table:
    """Return the table for people: headings, words and days in their language, unused columns left out."""
    shown = table.only([column for column in table.columns if column not in table.unused]) if table.unused else table
    headings = tuple(heading(column, lang) for column in shown.columns)
    rows = (
        [in_words(column, cell, lang) for column, cell in zip(shown.columns, row, strict=True)] for row in shown.rows
    )
    return replace(shown, columns=headings, rows=rows, unused=())


def heading(column: str, lang: Lang) -> str:
    """Return what people call a column."""
    return _HEADINGS[column].in_lang(lang)


def in_words(column: str, cell: Cell, lang: Lang) -> Cell:
    """Return a cell for people: in their words where its column knows only a few, one or several at once, or a day."""
    words = _WORDS.get(column)
    if not isinstance(cell, str):
        return cell
    if column in _DAYS:
        return day_text(date.fromisoformat(cell)).in_lang(lang)
    if words is None:
        return cell
    return ", ".join(words[word].in_lang(lang) for word in cell.split())

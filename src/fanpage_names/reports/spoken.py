"""Tables in the reader's language: what their columns are called, and the words of those that know few."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fanpage_names.history.wording import KINDS
from fanpage_names.lang import Lang, Text
from fanpage_names.reports.labels import FIX, SEVERITY
from fanpage_names.tables.table import Cell, Table

_HEADINGS = (
    Text("Tệp", "file"),
    Text("Trang tính", "sheet"),
    Text("Dòng", "row"),
    Text("Tên đã báo cáo", "submitted"),
    Text("Đường link", "link"),
    Text("Danh mục", "list"),
    Text("Cấp", "level"),
    Text("Mã", "code"),
    Text("Loại", "type"),
    Text("Đơn vị", "unit"),
    Text("Nhãn", "label"),
    Text("Huyện", "district"),
    Text("Tỉnh", "province"),
    Text("Số đơn vị cấp huyện", "districts"),
    Text("Số đơn vị cấp xã", "communes"),
    Text("Tên trang", "page_name"),
    Text("Tên trang (short)", "page_name_short"),
    Text("Tên trang (full)", "page_name_full"),
    Text("Tên người dùng", "username"),
    Text("Mã mới", "new_code"),
    Text("Đơn vị mới", "new_unit"),
    Text("Tên trang mới", "new_page_name"),
    Text("Có thể là", "candidates"),
    Text("Loại thay đổi", "kind"),
    Text("Thay đổi", "changes"),
    Text("Quy tắc", "rule"),
    Text("Mức độ", "severity"),
    Text("Cách sửa", "fix"),
    Text("Nội dung", "meaning"),
    Text("Thiết lập", "setting"),
    Text("Giá trị", "value"),
    Text("Nguồn", "source"),
    Text("Ghi ở đâu", "place"),
    Text("Từ ngày", "from"),
    Text("Đến ngày", "to"),
    Text("Hiện hành", "in_force"),
    Text("Nay thuộc", "now_in"),
)
"""Every column of every `Table`; the English heading is the column's name, which programs go by."""

_BY_COLUMN: Mapping[str, Text] = {heading.en: heading for heading in _HEADINGS}

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


def spoken(table: Table, lang: Lang) -> Table:
    """Return the table for people: in English as it is, else with headings and words in their language."""
    if lang == "en":
        return table
    headings = tuple(heading(column, lang) for column in table.columns)
    rows = (
        [in_words(column, cell, lang) for column, cell in zip(table.columns, row, strict=True)] for row in table.rows
    )
    return replace(table, columns=headings, rows=rows)


def heading(column: str, lang: Lang) -> str:
    """Return what people call a column."""
    return _BY_COLUMN[column].in_lang(lang)


def in_words(column: str, cell: Cell, lang: Lang) -> Cell:
    """Return a cell for people: in their words where its column knows only a few, one or several at once."""
    words = _WORDS.get(column)
    if lang == "en" or words is None or not isinstance(cell, str):
        return cell
    return ", ".join(words[word].in_lang(lang) for word in cell.split())

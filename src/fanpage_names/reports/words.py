"""Words that several outputs for people share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fanpage_names.lang import Text
from fanpage_names.result import Result, Status

if TYPE_CHECKING:
    from fanpage_names.migrate import Action

STATUS: Mapping[Status, Text] = {
    "ok": Text("đúng", "right"),
    "deviates": Text("sai lệch", "deviating"),
    "ambiguous": Text("chưa xác định (nhiều đơn vị)", "ambiguous"),
    "unknown": Text("không rõ", "unknown"),
}
SEVERITY: Mapping[str, Text] = {"error": Text("lỗi", "error"), "warning": Text("cảnh báo", "warning")}
FIX: Mapping[str, Text] = {
    "safe": Text("an toàn", "safe"),
    "unsafe": Text("cần xem lại", "look first"),
    "none": Text("–", "–"),
}
ACTIONS: Mapping[Action, Text] = {
    "keep": Text("giữ nguyên", "keep"),
    "rename": Text("đổi tên", "rename"),
    "merge": Text("gộp", "merge"),
    "close": Text("không có đơn vị kế thừa", "close"),
    "ambiguous": Text("chưa xác định (nhiều đơn vị)", "ambiguous"),
    "unknown": Text("không rõ đơn vị", "unknown"),
}
RIGHT_NAME = Text("tên đúng", "right name")


def right_name(result: Result) -> str:
    """Return what to write in place of a deviating name; empty where it is right, or nobody can know."""
    return "" if result.status == "ok" else result.fixed or result.canonical or ""

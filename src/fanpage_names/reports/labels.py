"""Words that several outputs for people share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fanpage_names.lang import Lang, Text
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
    "unsafe": Text("cần xem lại", "unsafe"),
    "none": Text("–", "–"),
}
ACTIONS: Mapping[Action, Text] = {
    "keep": Text("giữ nguyên", "keep"),
    "rename": Text("đổi tên", "rename"),
    "merge": Text("gộp", "merge"),
    "close": Text("không có đơn vị kế thừa", "no unit follows"),
    "ambiguous": STATUS["ambiguous"],
    "unknown": Text("không rõ đơn vị", "unknown"),
}
RIGHT_NAME = Text("tên đúng", "right name")
_UNREAD = Text("Không đọc được {n} tệp: {files}", "Files not read: {n}: {files}")


def unread_files(unread: Sequence[tuple[str, object]], lang: Lang) -> str:
    """Return which files could not be read; "" where all could.

    Args:
        unread: the files, each with why.
        lang: the language.
    """
    return _UNREAD.format(n=len(unread), files=", ".join(file for file, _ in unread)).in_lang(lang) if unread else ""


def right_name(result: Result) -> str:
    """Return what to write in place of a deviating name; empty where it is right, or nobody can know."""
    return "" if result.status == "ok" else result.fixed or result.canonical or ""

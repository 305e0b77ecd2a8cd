"""Words that several outputs for people share."""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.lang import Text
from fanpage_names.result import Result, Status
from fanpage_names.rows import Row

STATUS: Mapping[Status, Text] = {
    "ok": Text("đúng", "right"),
    "deviates": Text("sai lệch", "deviating"),
    "ambiguous": Text("mơ hồ", "ambiguous"),
    "unknown": Text("không rõ", "unknown"),
}
RIGHT_NAME = Text("tên đúng", "right name")


def place(row: Row) -> str:
    """Return where a person finds the row: "file[sheet]:row"; "--name" for a name given on the line."""
    sheet = f"[{row.sheet}]" if row.sheet is not None else ""
    return f"{row.file or '--name'}{sheet}:{row.row}"


def right_name(result: Result) -> str:
    """Return what to write in place of a deviating name; empty where it is right, or nobody can know."""
    return "" if result.status == "ok" else result.fixed or result.canonical or ""

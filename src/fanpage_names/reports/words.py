"""Words that several outputs for people share."""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.lang import Text
from fanpage_names.result import Result, Status

STATUS: Mapping[Status, Text] = {
    "ok": Text("đúng", "right"),
    "deviates": Text("sai lệch", "deviating"),
    "ambiguous": Text("mơ hồ", "ambiguous"),
    "unknown": Text("không rõ", "unknown"),
}
RIGHT_NAME = Text("tên đúng", "right name")


def right_name(result: Result) -> str:
    """Return what to write in place of a deviating name; empty where it is right, or nobody can know."""
    return "" if result.status == "ok" else result.fixed or result.canonical or ""

"""What people are told is wrong with a name, point by point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fanpage_names.lang import Lang, Text
from fanpage_names.result import Cell, Result
from fanpage_names.telling import to_act_on
from fanpage_names.units.model import Severity

_OLD_NAME = Text("cách viết tên cũ; không cần sửa", "how the old name is written; no need to mend it")


class Point(NamedTuple):
    """One point of what is wrong with a name, for people.

    Attributes:
        codes: the code of the rule; several where they are said in one.
        severity: error or warning.
        text: what is wrong, and what to write.
        cell: which cell of the row it is about.
    """

    codes: str
    severity: Severity
    text: str
    cell: Cell = "name"

    @property
    def line(self) -> str:
        """The codes with what they say."""
        return f"{self.codes} {self.text}"


def points_of(result: Result, lang: Lang) -> Sequence[Point]:
    """Return what is wrong with a name, point by point; what a new name makes needless is one point at the end."""
    first, needless = to_act_on(result)
    points = [Point(found.code, found.severity, found.message, found.cell) for found in first]
    if needless:
        codes = " ".join(dict.fromkeys(found.code for found in needless))
        points.append(Point(codes, "warning", _OLD_NAME.in_lang(lang)))
    return points

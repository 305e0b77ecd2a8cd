"""What a reader passed over, and why: no row is dropped without a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from fanpage_names.lang import Lang, Text

Reason = Literal[
    "above",
    "header",
    "numbers",
    "section",
    "total",
    "remark",
    "unbuilt",
    "nameless",
    "no text",
    "signature",
    "chat",
    "link",
    "others",
]
"""Why a row with something in it carries no name."""

_REASONS: Mapping[Reason, Text] = {
    "above": Text("trên bảng", "above the table"),
    "header": Text("tiêu đề cột lặp lại", "repeated header"),
    "numbers": Text("đánh số cột", "column numbers"),
    "section": Text("tên mục", "section line"),
    "total": Text("tổng cộng", "total"),
    "remark": Text("ghi chú, ví dụ", "remarks, examples"),
    "unbuilt": Text("chưa có trang", "no page yet"),
    "nameless": Text("ô tên để trống", "no name in it"),
    "no text": Text("ô tên là số hoặc ngày", "a number or a date for a name"),
    "signature": Text("ký tên, nơi nhận", "signatures"),
    "chat": Text("lời nhắn", "chat"),
    "link": Text("đường link không kèm tên", "a link without a name"),
    "others": Text("thông tin khác của trang", "other particulars of a page"),
}
_PASSED = Text("{file}: {n} dòng không phải tên trang: {reasons}", "{file}: rows that carry no name: {n}: {reasons}")
_HIDDEN = Text("{file}: không đọc trang tính bị ẩn: {sheets}", "{file}: hidden sheets were not read: {sheets}")
_NAMELESS = Text(
    "{file}: không có cột tên trang; mỗi dòng là một đơn vị có đường link nhưng chưa ghi tên",
    "{file}: no column of page names; each row is a unit with a link, whose name is not reported",
)
_EMPTY = Text("{file}: không có tên trang nào", "{file}: no page name in it")
_ROWS = Text("dòng {rows}", "row {rows}")
_SHOWN = 3


@dataclass(slots=True)
class _Passed:
    count: int = 0
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ReadingLog:
    """What was read of one file besides its names; complete once its rows were read.

    Attributes:
        hidden: the sheets that were passed over as nobody sees them.
        nameless: whether a table has units and links, but no column of names.
        empty: whether no name was found at all.
    """

    hidden: list[str] = field(default_factory=list)
    nameless: bool = False
    empty: bool = False
    _passed: dict[Reason, _Passed] = field(default_factory=dict)

    def pass_over(self, row: int, reason: Reason) -> None:
        """Note that a row with something in it is no name."""
        passed = self._passed.setdefault(reason, _Passed())
        passed.count += 1
        if len(passed.rows) < _SHOWN:
            passed.rows.append(row)

    @property
    def passed(self) -> Mapping[Reason, int]:
        """How many rows were passed over, by reason."""
        return {reason: passed.count for reason, passed in self._passed.items()}

    def lines(self, file: str, lang: Lang) -> Sequence[str]:
        """Return what is to be said of a file, a line each; none where there is nothing to say."""
        said = []
        if self.hidden:
            said.append(_HIDDEN.format(file=file, sheets=", ".join(f"'{name}'" for name in self.hidden)))
        if self.empty:
            said.append(_EMPTY.format(file=file))
        if self.nameless:
            said.append(_NAMELESS.format(file=file))
        lines = [text.in_lang(lang) for text in said]
        if self._passed:
            reasons = "; ".join(_described(reason, passed, lang) for reason, passed in self._passed.items())
            count = sum(self.passed.values())
            lines.append(_PASSED.format(file=file, n=count, reasons=reasons).in_lang(lang))
        return lines


def _described(reason: Reason, passed: _Passed, lang: Lang) -> str:
    rows = ", ".join(map(str, passed.rows)) + (", …" if passed.count > len(passed.rows) else "")
    return f"{passed.count} {_REASONS[reason].in_lang(lang)} ({_ROWS.format(rows=rows).in_lang(lang)})"

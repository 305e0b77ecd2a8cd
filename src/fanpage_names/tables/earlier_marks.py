"""The columns that an earlier marked copy has at the right of a list: nothing in them is what somebody reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fanpage_names.tables.grid import Record, cell_text

STATUSES = frozenset(
    {
        "đúng", "sai lệch", "chưa xác định (nhiều đơn vị)", "không rõ",
        "right", "deviating", "ambiguous", "unknown",
    }
)  # fmt: skip
"""What stands in the first of them; the right name and what is wrong follow."""
_STATUSES_OF_ONE_LANGUAGE = 4
ROWS_ABOVE_SUMS = 6
_RIGHT = re.compile("Mặt trận ")
_WRONG = re.compile(r"FN\d{3} ")


class WithoutMarks:
    """Records without what an earlier marked copy says in them.

    Args:
        records: the records, read once.

    Attributes:
        first: the first of the added columns, counted from 1; None where none was met so far.
    """

    def __init__(self, records: Iterator[Record]) -> None:
        self.first: int | None = None
        self._records = records

    def __iter__(self) -> Iterator[Record]:
        for number, cells in self._records:
            if not any([type(cell) is str and cell in STATUSES for cell in cells]):  # noqa: C419 -- for every row
                yield number, cells
            elif at := _begin(cells):
                self.first = at
                yield number, cells[: at - 1]
            else:
                yield number, cells


def sums_up(records: Sequence[Record]) -> bool:
    """Whether a sheet is the one at the end of a marked copy, with how many names there are of each status."""
    return any(len(STATUSES.intersection(map(cell_text, cells))) >= _STATUSES_OF_ONE_LANGUAGE for _, cells in records)


def _begin(cells: Sequence[object]) -> int | None:
    """Return where what was added to a row begins, counted from 1; None where nothing was."""
    for at, cell in enumerate(cells):
        if isinstance(cell, str) and cell in STATUSES:
            right, wrong = (cell_text(one) for one in (*cells[at + 1 : at + 3], "", "")[:2])
            if _WRONG.match(wrong) or (_RIGHT.match(right) and not wrong):
                return at + 1
    return None

"""Rules about a row among the others: what one name alone cannot show."""

from __future__ import annotations

from collections.abc import Iterator

from fanpage_names.lang import Text
from fanpage_names.rules.base import Finding, RowFacts, RowRule


class DuplicateUnit(RowRule):
    """Two rows report a page for one unit.

    What: An earlier row, in this file or another one, already reports a page for the same unit.
    Why: One unit has one page. Either it is reported twice, or one of the rows means another unit.
    Example: –
    Fix: –
    Tiếng Việt: Một đơn vị được báo cáo trang hai lần, trong cùng tệp hoặc ở tệp khác. Mỗi đơn vị chỉ có một trang; xem lại
        hai dòng.
    """

    code, name, severity, fix = "FN506", "duplicate-unit", "error", "none"
    message = Text("đơn vị này đã có ở {detail}", "this unit is already reported in {detail}")

    def find(self, facts: RowFacts) -> Iterator[Finding]:
        """Yield the whole name where its unit has been reported before."""
        first = facts.first_of_unit
        if first is not None:
            yield Finding(0, len(facts.row.name), None, first.place())


RULES = (DuplicateUnit,)

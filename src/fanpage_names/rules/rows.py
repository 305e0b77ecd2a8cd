"""Rules about a row among the others: what one name alone cannot show."""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.lang import Text
from fanpage_names.resolve.template import key_of
from fanpage_names.rules.base import Finding, RowFacts, RowRule
from fanpage_names.units.finding import described
from fanpage_names.units.model import Unit


def without_space(text: str) -> tuple[int, int]:
    """Return the span of a cell's text without the white space around it."""
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


class DeclaredUnitMismatch(RowRule):
    """The row's own unit column names another unit.

    What: The cell in the unit column clearly means another unit than the page name does.
    Why: Either the name was put into the wrong row, or it is wrong itself; a person must look.
    Example: –
    Fix: –
    Tiếng Việt: Ô ở cột đơn vị ghi một đơn vị, tên trang lại là của đơn vị khác. Có thể tên bị ghi nhầm dòng; xem lại.
    """

    code, name, severity, fix, cell = "FN504", "declared-unit-mismatch", "error", "none", "unit"
    message = Text(
        "cột đơn vị ghi “{found}”, còn tên trang là của {detail}",
        "the unit column says “{found}”, but the page name is that of {detail}",
    )

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the unit cell where it means another unit; a former unit has another row of its own."""
        unit, text = facts.result.unit, facts.row.unit
        if unit is None or not text or facts.result.former is not None:
            return ()
        if facts.declared and unit not in facts.declared and not _names_the_district(text, unit):
            named = described(unit)
            return (Finding(*without_space(text), None, Text(named, named)),)
        return ()


def _names_the_district(text: str, unit: Unit) -> bool:
    """Whether a cell is nothing but the bare name of a unit above: it then says where the unit lies."""
    above = unit.parent
    while above is not None:
        if key_of(text) in (key_of(above.name), key_of(above.label)):
            return True
        above = above.parent
    return False


class DuplicateUnit(RowRule):
    """Two rows report a page for one unit.

    What: An earlier row, in this file or another one, already reports a page for the same unit.
    Why: One unit has one page. Either it is reported twice, or one of the rows means another unit.
    Example: –
    Fix: –
    Tiếng Việt: Một đơn vị được báo cáo trang hai lần, trong cùng tệp hoặc ở tệp khác. Mỗi đơn vị chỉ có một trang; xem
        lại hai dòng.
    """

    code, name, severity, fix = "FN506", "duplicate-unit", "error", "none"
    message = Text("đơn vị này đã có ở {detail}", "this unit is already reported in {detail}")

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the whole name where its unit has been reported before."""
        first = facts.first_of_unit
        return () if first is None else (Finding(0, len(facts.row.name), None, first.place()),)


RULES = (DeclaredUnitMismatch, DuplicateUnit)

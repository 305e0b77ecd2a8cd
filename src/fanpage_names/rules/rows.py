"""Rules about a row among the others: what one name alone cannot show."""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.lang import Text, as_it_is
from fanpage_names.result import Cell
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import RowFacts, RowRule, without_space
from fanpage_names.units.model import described


class DeclaredUnitMismatch(RowRule):
    """The row's own unit column names another unit.

    What: The cell in the unit column clearly means another unit than the page name does; or the column of districts,
        the line above the rows, or the list's title says another district.
    Why: Either the name was put into the wrong row, or it is wrong itself; a person must look.
    Example: –
    Fix: –
    Tiếng Việt: Ô ở cột đơn vị ghi một đơn vị, tên trang lại là của đơn vị khác. Có thể tên bị ghi nhầm dòng; xem lại.
    """

    code, name, severity, fix, cell = "FN504", "declared-unit-mismatch", "error", "none", "unit"
    problem = "declared"
    message = Text(
        "cột đơn vị ghi “{found}”, còn tên trang là của {detail}",
        "the unit column says “{found}”, but the page name is that of {detail}",
    )
    put_in = Text("tên trang là của {detail}", "the page name is that of {detail}")

    def cell_of(self, facts: RowFacts) -> Cell:
        """Return the unit's cell where that contradicts the name; what stands elsewhere is told of at the name."""
        return "unit" if facts.said and facts.said.source == "unit-column" else "name"

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return where another unit is said; a former unit has another row of its own."""
        unit, said = facts.result.unit, facts.said
        if unit is None or said is None or facts.result.former is not None:
            return ()
        named = described(unit)
        if said.source == "unit-column":
            return (Finding(*without_space(said.text), None, as_it_is(named)),)
        place, other = _PLACES[said.source], described(said.above[0])
        detail = Text("{named}, còn {place} ghi {other}", "{named}, but {place} says {other}").format(
            named=named, place=place, other=other
        )
        return (Finding(0, 0, None, detail),)


_PLACES = {
    "district-column": Text("cột huyện", "the column of districts"),
    "group": Text("dòng mục phía trên", "the line above these rows"),
    "title": Text("phần tiêu đề", "what stands above the table"),
}


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
    problem, leaves_doubt = "twice", False
    message = Text("đơn vị này đã có ở {detail}", "this unit is already reported in {detail}")

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the whole name where its unit has been reported before."""
        first = facts.first_of_unit
        return () if first is None else (Finding(0, len(facts.row.name), None, first.place()),)

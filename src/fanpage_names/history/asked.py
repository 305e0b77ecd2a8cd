"""What is said of a unit that somebody asks for in the list of another time."""

from __future__ import annotations

from fanpage_names.errors import UseError
from fanpage_names.history.timeline import History
from fanpage_names.history.wording import succession_text
from fanpage_names.lang import Text, day_text
from fanpage_names.units.finding import find_unit
from fanpage_names.units.model import Unit, UnitList, described


def other_time(history: History, units: UnitList, text: str) -> Text | None:
    """Return what became of the unit that a text names in an earlier list, or since when a later list has it.

    Args:
        history: what became of the units.
        units: the list that does not have the unit.
        text: the unit's name or code, as `find_unit` takes it.

    Returns:
        None where no other list has one unit of that name.
    """
    for earlier in history.earlier_lists(units.id):
        if unit := _found(earlier, text):
            became = succession_text(history.successors(earlier.id, unit.code, units.id))
            who = described(unit, with_province=True)
            return Text("{who}: {became} (danh mục {list})", "{who}: {became} (list {list})").format(
                who=who, became=became, list=units.id
            )
    for later in history.later_lists(units.id):
        if unit := _found(later, text):
            since = day_text(history.dates[later.id])
            who = described(unit, with_province=True)
            return Text(
                "{who}: chỉ có trong danh mục từ {since} (--units {list})",
                "{who}: only in the list since {since} (--units {list})",
            ).format(who=who, since=since, list=later.id)
    return None


def _found(units: UnitList, text: str) -> Unit | None:
    try:
        return find_unit(units, text).unit
    except UseError:
        return None

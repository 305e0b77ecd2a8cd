"""Which shipped list a day stands for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.units.catalogue import DAYS, Shipped, catalogue
from fanpage_names.units.loading import DEFAULT_UNITS
from fanpage_names.units.model import UnitList


def line_of(name: str) -> Sequence[Shipped]:
    """Return the lists of a province through time: its own, then the one that has what became of it."""
    listed = catalogue()[name]
    own = [each for each in catalogue().values() if each.code == listed.code and each.last == listed.last]
    return [each for each in own if each.year in DAYS and each.name != listed.last] + [catalogue()[listed.last]]


def snapshot_on(day: date, name: str = DEFAULT_UNITS) -> str | None:
    """Return the name of the list that is in force on `day` where the province of the list `name` lies."""
    return next((each.name for each in line_of(name) if each.is_in_force(day)), None)


def units_as_of(day: date) -> str:
    """Return the name of the shipped list in force on `day`.

    Raises:
        UseError: no list goes back so far.
    """
    name = snapshot_on(day)
    if name is None:
        raise UseError(
            f"{day}: không có danh mục nào cũ như vậy; danh mục cũ nhất: {DEFAULT_UNITS}",
            f"{day}: no list goes back so far; the oldest one: {DEFAULT_UNITS}",
        )
    return name


def newer_list(units: UnitList, today: date) -> Text | None:
    """Return a word for the user where `units` is a shipped list and another one is in force on `today`.

    A list of somebody's own has no successor among the shipped ones.
    """
    if not units.shipped or units.id not in catalogue():
        return None
    name = snapshot_on(today, units.id)
    if name is None or name == units.id:
        return None
    return Text(
        f"đang dùng danh mục {units.title} ({units.id}); danh mục hiện hành: --units {name}",
        f"using the list {units.title} ({units.id}); the one in force today: --units {name}",
    )

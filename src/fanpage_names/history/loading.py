"""The history that comes with the package."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from fanpage_names.history.changes import Change
from fanpage_names.history.compiled import changes_file, read_compiled
from fanpage_names.history.timeline import History
from fanpage_names.units.catalogue import catalogue, load_shipped, of_year
from fanpage_names.units.model import UnitList
from fanpage_names.units.shipped import shipped_bytes


@cache
def load_history() -> History:
    """Return the history of the shipped lists up to today; what it knows is loaded when it is asked for."""
    return History(catalogue(), load_shipped, shipped_changes, date.today())


def history_of(units: UnitList) -> History | None:
    """Return the history of a list; None for a list that it does not have, such as somebody's own."""
    history = load_history() if units.shipped else None
    return history if history and units.id in history.lists else None


def shipped_changes(name: str) -> Sequence[Change]:
    """Return the changes from a shipped list to the next one."""
    listed = catalogue()[name]
    lines = shipped_bytes(changes_file(listed.year)).splitlines()
    return read_compiled(lines[of_year(listed.year).index(listed)], name)

"""The unit list that a command works with, and a unit asked for."""

from __future__ import annotations

import re
from datetime import date

from fanpage_names.cli.language import language
from fanpage_names.cli.messages import tell
from fanpage_names.coverage.dates import parse_date
from fanpage_names.errors import UseError
from fanpage_names.units.choosing import newer_list, units_as_of
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import Unit, UnitList

_DAY = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?/\d\d?/\d{4}")


def list_named(text: str) -> str:
    """Return the name of the list in force on a day; other texts as they are.

    A day is written as in 2024-10-01 or 1/10/2024.

    Raises:
        UseError: there is no such day, or no list for it.
    """
    if not _DAY.fullmatch(text):
        return text
    day = parse_date(text)
    if day is None:
        raise UseError(
            f"{text}: không có ngày này; hãy viết như 2024-10-01",
            f"{text}: there is no such day; write it as 2024-10-01",
        )
    return units_as_of(day)


def unit_list(name_or_path: str, *, quiet: bool) -> UnitList:
    """Load a list, by its name, its path, or a day; where another list is in force today, say so on stderr.

    Raises:
        UseError: as `load_units` and `list_named`.
    """
    named = load_units(list_named(name_or_path))
    if not quiet and (note := newer_list(named, date.today())):
        tell([note.in_lang(language())])
    return named


def unit_asked_for(named: UnitList, text: str, *, quiet: bool) -> Unit:
    """Return the unit that a text on the line means; where another one bears the name too, say so on stderr.

    Raises:
        UseError: as `find_unit`.
    """
    from fanpage_names.units.finding import find_unit

    found = find_unit(named, text)
    if found.note and not quiet:
        tell([found.note.in_lang(language())])
    return found.unit

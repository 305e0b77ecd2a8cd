"""The unit list that a command works with, and a unit asked for."""

from __future__ import annotations

from datetime import date

from fanpage_names.cli.language import language
from fanpage_names.cli.messages import tell
from fanpage_names.units.loading import load_units, newer_list
from fanpage_names.units.model import Unit, UnitList


def unit_list(name_or_path: str, *, quiet: bool) -> UnitList:
    """Load a list; where another list is in force today, say so on stderr.

    Raises:
        UseError: as `load_units`.
    """
    named = load_units(name_or_path)
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

"""The unit list that a command works with, and a unit asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from fanpage_names.cli.language import language
from fanpage_names.cli.messages import tell
from fanpage_names.coverage.dates import parse_date
from fanpage_names.errors import UseError
from fanpage_names.history.choosing import choose, is_file, list_on, named_list, newer_list
from fanpage_names.units.loading import DEFAULT_UNITS
from fanpage_names.units.model import Unit, UnitList

_DAY = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?/\d\d?/\d{4}")
_TODAY = ("today", "hôm nay", "hom nay")


def unit_list(text: str, as_of: str | None, *, quiet: bool) -> UnitList:
    """Load the list meant, by `--units` and `--as-of`; say on stderr what its user should know of it.

    Args:
        text: a list's name, a province's, a path; or a day, as the letter's province has lists of several.
        as_of: the day of which the list is wanted.
        quiet: say nothing.

    Raises:
        UseError: as `choose`; there is no such day.
    """
    if as_of is None and _is_day(text):
        text, as_of = DEFAULT_UNITS, text
    today = date.today()
    units, note = choose(text, day_asked(as_of), today)
    if as_of is None:
        note = note or newer_list(units, today)
    if note and not quiet:
        tell([note.in_lang(language())])
    return as_configured(units)


def as_configured(units: UnitList) -> UnitList:
    """Return a list with the office's own patterns, where it is a shipped one and the configuration has some."""
    from fanpage_names.cli.configuration import configuration

    given = configuration().given.get("patterns")
    if given is None or not units.shipped:
        return units
    from fanpage_names.units.patterns import with_patterns

    return with_patterns(units, given.value)


def list_asked(text: str, as_of: str | None = None, *, of: str = DEFAULT_UNITS) -> str:
    """Return the name of the shipped list meant: as in `unit_list`, but that a day is one of the list `of`.

    Raises:
        UseError: as `choose`; a file of somebody's own has no history.
    """
    today = date.today()
    if _is_day(text):
        return list_on(day_asked(text) or today, of)
    if is_file(text):
        raise UseError(
            "{text}: tệp riêng không có lịch sử; hãy dùng danh mục có sẵn (fanpage-names units lists)",
            "{text}: a file of your own has no history; use a shipped list (fanpage-names units lists)",
            text=text,
        )
    return named_list(text, day_asked(as_of), today)


def day_asked(text: str | None) -> date | None:
    """Return a day, as in 2024-10-01, 1/10/2024 or "today"; None for None.

    Raises:
        UseError: there is no such day.
    """
    if text is None:
        return None
    day = date.today() if text.strip().casefold() in _TODAY else parse_date(text)
    if day is None:
        raise UseError(
            "{text}: không có ngày này; hãy viết như 2024-10-01, hoặc: hôm nay",
            "{text}: there is no such day; write it as 2024-10-01, or: today",
            text=text,
        )
    return day


def _is_day(text: str) -> bool:
    return bool(_DAY.fullmatch(text)) or text.strip().casefold() in _TODAY


def unit_asked_for(named: UnitList, text: str, *, quiet: bool) -> Unit:
    """Return the unit that a text on the line means; where another one bears the name too, say so on stderr.

    Raises:
        UseError: as `find_unit`; for a unit of another time it says what became of it, or since when it is there.
    """
    from fanpage_names.units.finding import find_unit

    try:
        found = find_unit(named, text)
    except UseError as unknown:
        raise _became(named, text) or unknown from None
    if found.note and not quiet:
        tell([found.note.in_lang(language())])
    return found.unit


def units_asked_for(named: UnitList, texts: Iterable[str], *, quiet: bool) -> Sequence[Unit]:
    """Return the units that texts on the line mean and all below them, in the order of the list; all for no text.

    Raises:
        UseError: as `unit_asked_for`.
    """
    tops = [unit_asked_for(named, text, quiet=quiet) for text in texts]
    if not tops:
        return named.units
    chosen = {unit.code for top in tops for unit in named.below(top)}
    return [unit for unit in named.units if unit.code in chosen]


def _became(named: UnitList, text: str) -> UseError | None:
    from fanpage_names.history.asked import other_time
    from fanpage_names.history.loading import history_of

    history = history_of(named)
    said = other_time(history, named, text) if history else None
    return UseError("{said}", "{said}", said=said) if said else None


def day_given(option: str, text: str | None) -> date | None:
    """Return the day that an option gives; None where it is not there.

    Raises:
        UseError: there is no such day.
    """
    if text is None:
        return None
    if day := parse_date(text):
        return day
    raise UseError(
        "{option} {text}: không có ngày này; hãy viết như 31/01/2022 hoặc 2022-01-31",
        "{option} {text}: there is no such day; write it as 2022-01-31 or 31/01/2022",
        option=option,
        text=text,
    )

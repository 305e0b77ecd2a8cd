"""What cells of xlsx workbooks refer to: shared texts, and styles by which numbers are dates.

Source: ECMA-376 part 1, 18.4.8 (si), 18.8.30 (numFmt), 18.17.4 (dates), 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zipfile import ZipFile

from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, read_through, walk
from fanpage_names.tables.package import MAIN, WORKBOOK, named

_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Formats that need no code of their own."""

_NO_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""What of a format's code says nothing about numbers: texts, single letters, colours, languages."""

_DATE = re.compile("[dmyhs]", re.IGNORECASE)
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_FIRST_DAYS = (datetime(1899, 12, 30), datetime(1904, 1, 1))
_LEAP_DAY = 60
"""Lotus took 1900 for a leap year, and so does Excel: before this day all are one later."""


def shared_strings(archive: ZipFile, part: str, budget: Budget) -> Sequence[str]:
    """Return the shared texts of a workbook, without how they are pronounced.

    Raises:
        UseError: as `markup.walk`.
    """
    strings: list[str] = []
    texts: list[str] = []
    pieces: list[str] = []
    phonetic = False

    def said(aloud: bool) -> None:
        nonlocal phonetic
        phonetic = aloud

    def end_text() -> None:
        if not phonetic:
            texts.extend(pieces)

    def end_string() -> None:
        strings.append(unescaped("".join(texts)))

    starts = {"si": lambda _: texts.clear(), "t": lambda _: pieces.clear(), "rPh": lambda _: said(aloud=True)}
    ends = {"t": end_text, "si": end_string, "rPh": lambda: said(aloud=False)}
    for _ in walk(archive, part, budget, starts=named(MAIN, starts), ends=named(MAIN, ends), text=pieces.append):
        pass
    return strings


def date_styles(archive: ZipFile, part: str, budget: Budget) -> frozenset[str]:
    """Return the numbers, as cells write them, of the styles that show a number as a date or time.

    Raises:
        UseError: as `markup.walk`.
    """
    formats: dict[str, str] = {}
    styles: list[str] = []
    for_cells = False

    def style(attributes: Attributes) -> None:
        if for_cells:
            styles.append(attributes.get("numFmtId", "0"))

    def cells(begin: bool) -> None:
        nonlocal for_cells
        for_cells = begin

    starts = {
        "numFmt": lambda one: formats.update({one.get("numFmtId", ""): one.get("formatCode", "")}),
        "cellXfs": lambda _: cells(begin=True),
        "xf": style,
    }
    ends = {"cellXfs": lambda: cells(begin=False)}
    read_through(archive, part, budget, named(MAIN, starts), named(MAIN, ends))
    dates = {number for number, code in formats.items() if _DATE.search(_NO_DATE.sub("", code))}
    builtin = {str(number) for number in _DATES} - formats.keys()
    return frozenset(str(index) for index, number in enumerate(styles) if number in dates or number in builtin)


def is_from_1904(archive: ZipFile, budget: Budget) -> bool:
    """Whether the days of a workbook are counted from 1904; errors as `markup.walk`."""
    said: list[str] = []
    starts = {"workbookPr": lambda one: said.append(one.get("date1904", "0"))}
    read_through(archive, WORKBOOK, budget, named(MAIN, starts))
    return any(one in ("1", "true") for one in said)


def from_serial(serial: float, from_1904: bool) -> object:
    """Return the day or time that a number stands for; the number itself where it stands for none."""
    try:
        days = timedelta(days=serial)
        if not serial >= 0:
            return serial
        if serial < 1:
            return (datetime.min + days).time().replace(microsecond=0)
        early = not from_1904 and serial < _LEAP_DAY
        moment = _FIRST_DAYS[from_1904] + days + timedelta(days=early, microseconds=500_000)
        return moment.replace(microsecond=0)
    except (OverflowError, ValueError):
        return serial


def from_iso(text: str) -> object:
    """Return the day or time that a text stands for; the text itself where it stands for none."""
    for kind in (date, datetime, time):
        try:
            return kind.fromisoformat(text)
        except ValueError:
            continue
    return text


def unescaped(text: str) -> str:
    """Return a text with letters that XML cannot hold, written as `_x000D_`, in place."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text

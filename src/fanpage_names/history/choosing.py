"""Which unit list a user means: by its name, a province's name, a file, a day, or several of these."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.units.catalogue import COUNTRY, DAYS, LAST, Shipped, catalogue, joined, of_year
from fanpage_names.units.loading import DEFAULT_UNITS, load_units, shipped_name, shipped_names
from fanpage_names.units.model import UnitList
from fanpage_names.units.provinces import lists_of_province

FIRST_DAY = min(DAYS.values())
_COUNTRIES = {COUNTRY.format(year=year): year for year in DAYS}
_SEE = Text("xem: fanpage-names units lists", "see: fanpage-names units lists")


class Chosen(NamedTuple):
    """A list, and what its user should know of it, if anything."""

    units: UnitList
    note: Text | None = None


def choose(text: str, day: date | None, today: date) -> Chosen:
    """Return the list meant.

    Args:
        text: a shipped list's name, a province's name, or the path of a YAML file.
        day: the day of which the list is wanted; None for the list named, or the province's list of today.
        today: what a province's name alone goes by.

    Raises:
        UseError: there is no such list; a file has no other days; the province was not there on that day.
    """
    if is_file(text):
        if day is not None:
            raise UseError(
                "{text}: một tệp riêng không có danh mục theo ngày; hãy bỏ --as-of",
                "{text}: a file of your own has no lists of other days; leave out --as-of",
                text=text,
            )
        return Chosen(load_units(text, today))
    name = named_list(text, day, today)
    if day is None:
        return Chosen(load_units(name, today))
    return _on(name, day)


def named_list(text: str, day: date | None, today: date) -> str:
    """Return the name of the shipped list that a name means; between two snapshots that of the one before.

    Raises:
        UseError: as `choose`.
    """
    name = shipped_name(text)
    if name is not None and day is None:
        return name
    if name == DEFAULT_UNITS or name in _COUNTRIES:  # the province of the letter, whatever it became
        return list_on(day or today, name)
    lists = lists_of_province(catalogue()[name].province if name else text)
    if not lists:
        raise _unknown(text)
    return _in_force(lists, day or today, text)


def list_on(day: date, name: str) -> str:
    """Return the list that has the province of a list on a day, or what became of it; for the country the country's."""
    if name in _COUNTRIES:
        return COUNTRY.format(year=_year(day))
    listed = catalogue()[name]
    if day >= DAYS[LAST]:
        return listed.last
    return _of_code(listed.code, day).name


def is_file(text: str) -> bool:
    """Whether a text names a file of somebody's own rather than a shipped list or a province."""
    path = Path(text)
    try:
        there = path.is_file()
    except (OSError, ValueError):
        there = False
    if shipped_name(text):
        return bool(path.suffix) and there
    return there or path.suffix in (".yaml", ".yml") or (len(path.parts) > 1 and bool(text.strip("0123456789/")))


def newer_list(units: UnitList, today: date) -> Text | None:
    """Return a word for the user where `units` is a shipped list and another one is in force on `today`.

    A list of somebody's own has no successor among the shipped ones.
    """
    if not units.shipped or units.id not in shipped_names():
        return None
    name = list_on(today, units.id)
    if name == units.id:
        return None
    return Text(
        "đang dùng danh mục {title} ({list}); danh mục hiện hành: --units {name}",
        "using the list {title} ({list}); the one in force today: --units {name}",
    ).format(title=units.title, list=units.id, name=name)


def _year(day: date) -> int:
    """Return the snapshot whose provinces are those of a day, the newest that is not after it."""
    return max((year for year, first in DAYS.items() if first <= day), default=min(DAYS))


def _of_code(code: str, day: date) -> Shipped:
    """Return the list of a province before 2025-07-01: the one in force, else the one before the day."""
    lists = {each.year: each for each in catalogue().values() if each.code == code}
    if day >= DAYS[2024] or (lists[2024].valid_from and lists[2024].valid_from <= day):
        return lists[2024]
    return lists[2021]


def _in_force(lists: Sequence[Shipped], day: date, text: str) -> str:
    """Return the list of the province named on a day; refuse one that was not there then."""
    wanted = [each for each in lists if (each.year == LAST) == (day >= DAYS[LAST])]
    if wanted:
        return wanted[0].name if day >= DAYS[LAST] else _of_code(wanted[0].code, day).name
    known = ", ".join(each.name for each in lists)
    if day < DAYS[LAST]:
        raise UseError(
            "{text}: ngày {day:%d/%m/%Y} chưa có tỉnh này; danh mục có sẵn: {known}",
            "{text}: there was no such province on {day:%Y-%m-%d}; its lists: {known}",
            text=text,
            day=day,
            known=known,
        )
    now = catalogue()[lists[0].last]
    raise UseError(
        "{text}: từ {day:%d/%m/%Y} thuộc {province} (--units {name}); danh mục cũ: {known}",
        "{text}: part of {province} since {day:%Y-%m-%d} (--units {name}); its former lists: {known}",
        text=text,
        day=DAYS[LAST],
        province=now.province,
        name=now.name,
        known=known,
    )


def _on(name: str, day: date) -> Chosen:
    """Return a list as it was on a day, by what the history dates."""
    if note := _before_all(name, day):
        return Chosen(load_units(name, day), note)
    if name not in _COUNTRIES:
        units, undated = _province_on(catalogue()[name], day)
    elif name == COUNTRY.format(year=LAST) or day == DAYS[_COUNTRIES[name]]:
        units, undated = load_units(name, day), 0
    else:
        found = [_province_on(_of_code(listed.code, day), day) for listed in of_year(min(DAYS))]
        units = joined(f"vn_{day}", day, [units for units, _ in found])
        undated = sum(count for _, count in found)
    if not undated:
        return Chosen(units)
    return Chosen(
        units,
        Text(
            "danh mục ngày {day:%d/%m/%Y} có thể thiếu: chưa rõ ngày của {undated} thay đổi đến 30/06/2025",
            "the list of {day:%Y-%m-%d} may not be complete: changes until 2025-06-30 without a day: {undated}",
        ).format(day=day, undated=undated),
    )


def _province_on(listed: Shipped, day: date) -> tuple[UnitList, int]:
    """Return a province's list of a day, and how many changes without a day it may lack."""
    if listed.year != min(DAYS) or listed.is_in_force(day):
        return load_units(listed.name, day), 0
    from fanpage_names.history.between import units_between
    from fanpage_names.history.loading import load_history

    return units_between(load_history(), listed.name, _of_code(listed.code, DAYS[2024]).name, day)


def _before_all(name: str, day: date) -> Text | None:
    listed = catalogue().get(name)
    if day >= FIRST_DAY or (listed and listed.valid_from and listed.valid_from <= day):
        return None
    return Text(
        "chưa có danh mục ngày {day:%d/%m/%Y}; dùng danh mục đầu tiên, {first_day:%d/%m/%Y}",
        "there is no list of {day:%Y-%m-%d}; using the first one, of {first_day:%Y-%m-%d}",
    ).format(day=day, first_day=FIRST_DAY)


def _unknown(text: str) -> UseError:
    """Return that there is no such list, with the nearest names of provinces and lists."""
    from difflib import get_close_matches

    names = {each.province.casefold(): each.province for each in catalogue().values() if each.year == LAST}
    names |= {name: name for name in shipped_names()}
    near = [names[each] for each in get_close_matches(text.casefold(), names, n=3)]
    hint = Text("gần nhất: {near}", "nearest: {near}").format(near=", ".join(near)) if near else _SEE
    return UseError(
        "{text}: không có tỉnh, danh mục hay tệp này; {hint}",
        "{text}: no such province, list or file; {hint}",
        text=text,
        hint=hint,
    )

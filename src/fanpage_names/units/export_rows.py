"""From the rows of an exported table to the units that they list: codes, type words, levels, what lies in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from fanpage_names.units.export_columns import Cells, Column
from fanpage_names.units.model import LEVELS, Level
from fanpage_names.units.reading import CODE_DIGITS
from fanpage_names.units.type_words import ANY_TYPE, TYPES, split_type

_CODES: Mapping[Level, Column] = {level: cast(Column, f"{level}_code") for level in LEVELS}
_ABOVE: Sequence[Column] = ("province_code", "district_code", "parent_code")

NumberedCells = tuple[int, Cells]
"""The number of a row, and its texts by column."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit as a row of the table lists it, its own or one that it lies in; not checked yet.

    Attributes:
        level: province, district or commune.
        code: as written, with the zeros in front that Excel drops.
        type: the type word; "" where none is known.
        name: the bare name.
        above: the code of the unit above; "" for a province.
        row: the row.
        stated: the type word of the column of types; "" where it says nothing about this unit.
        valid_from: first day in force, as written.
        valid_to: last day in force, as written.
    """

    level: Level
    code: str
    type: str
    name: str
    above: str
    row: int
    stated: str = ""
    valid_from: str = ""
    valid_to: str = ""

    @property
    def says(self) -> tuple[str, str, str]:
        """What the unit of this code is: its type, its name, and the unit that it lies in."""
        return self.type, self.name, self.above


def all_listed(rows: Sequence[NumberedCells]) -> Iterator[Listed]:
    """Yield the units that the rows name, row after row, in each those above before those below.

    A column `name` has type words before its names where most of them begin with one; else its names are bare, and
    the ward "Phường Đúc" keeps its own.
    """
    typed = sum(split_type(cells.get("name", ""), ANY_TYPE)[0] is not None for _, cells in rows)
    bare = typed * 2 <= len(rows)
    levels = [_own_level(cells, bare=bare) for _, cells in rows]
    over_communes: Level = "district" if "district" in levels else "province"
    for row, level in zip(rows, levels, strict=True):
        above = ""
        for listed in _in_columns(row, has_own=level is not None):
            above = listed.code
            yield listed
        if level is not None:
            parent_level = over_communes if level == "commune" else "province"
            above = _code(row[1].get("parent_code", ""), parent_level) or above
            yield _listed(row, level, above, "name", "code", bare=bare)


def _own_level(cells: Cells, *, bare: bool) -> Level | None:
    """Return the level of the unit of a row's own name and code; None where the row has none.

    The type word says it; a `thành phố` in a province is a district. Without any, the row is faulty whatever it is.
    """
    if not (cells.get("name") or cells.get("code")):
        return None
    in_name = None if bare else split_type(cells.get("name", ""), ANY_TYPE)[0]
    word = in_name or split_type(cells.get("type", ""), ANY_TYPE)[0]
    is_below = any(cells.get(column) for column in _ABOVE)
    fitting = [level for level in LEVELS if word in TYPES[level]] or ["commune"]
    return next((level for level in fitting if (level != "province") == is_below), fitting[0])


def _in_columns(row: NumberedCells, *, has_own: bool) -> Iterator[Listed]:
    """Yield the units of the columns that are about one level; the column of types is about the row's last unit."""
    cells = row[1]
    named = [level for level in LEVELS if cells.get(level) or cells.get(_CODES[level])]
    above = ""
    for level in named:
        listed = _listed(row, level, above, level, _CODES[level], is_last=level == named[-1] and not has_own)
        above = listed.code
        yield listed


def _listed(
    row: NumberedCells,
    level: Level,
    above: str,
    name_column: Column,
    code_column: Column,
    *,
    bare: bool = False,
    is_last: bool = True,
) -> Listed:
    number, cells = row
    name = cells.get(name_column, "")
    word, name = (None, name) if bare else split_type(name, ANY_TYPE)
    stated = split_type(cells.get("type", ""), ANY_TYPE)[0] if is_last else None
    days = (cells.get("valid_from", ""), cells.get("valid_to", ""))
    return Listed(
        level, _code(cells.get(code_column, ""), level), word or stated or "", name, above, number, stated or "", *days
    )


def _code(text: str, level: Level) -> str:
    """Return a code with the zeros that a spreadsheet drops."""
    return text.zfill(CODE_DIGITS[level]) if text.isascii() and text.isdigit() else text

"""What readers hand to each other: options, tables as they lie in a file, and where the columns are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, get_args

Role = Literal["name", "link", "unit", "officer", "telephone", "date", "note", "district", "cluster", "followers"]
"""What a column holds; the words are those of `fanpage_names.rows.Row`."""

ROLES: tuple[Role, ...] = get_args(Role)

Recognise = Callable[[str], bool]
"""Whether a text, however badly written, names a unit. Readers know no units: who calls them does."""

Record = tuple[int, Sequence[object]]
"""The number of a row as a person counts, and its cells."""

Targets = Callable[[int], Mapping[int, str]]
"""Gives for a column, counted from 1, the addresses that its cells lead to when clicked, by row."""


def no_targets(_: int) -> Mapping[int, str]:
    """Return no addresses: the targets of a table in which nothing can be clicked."""
    return {}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the reader is told instead of finding it out.

    A column is named by its header, its letter, or its number counted from 1.

    Attributes:
        sheet: the name of one sheet, or its number counted from 1; None for every sheet with page names.
        column: the column of page names.
        link_column: the column of page links.
        unit_column: the column of units.
        header_row: the first row of the header, counted from 1; 0 where there is none.
        delimiter: what stands between the cells of a csv file.
        encoding: how the bytes of a text file are read.
    """

    sheet: str | None = None
    column: str | None = None
    link_column: str | None = None
    unit_column: str | None = None
    header_row: int | None = None
    delimiter: str | None = None
    encoding: str | None = None

    @property
    def columns(self) -> Mapping[Role, str]:
        """The columns that are told, by role."""
        told: dict[Role, str | None] = {
            "name": self.column,
            "link": self.link_column,
            "unit": self.unit_column,
        }
        return {role: column for role, column in told.items() if column is not None}


class Linked(str):
    """The text of a cell that leads somewhere when it is clicked.

    Args:
        text: what the cell shows.
        address: where it leads to.
    """

    __slots__ = ("address",)
    address: str

    def __new__(cls, text: str, address: str) -> Linked:
        """Return the text with its address."""
        linked = super().__new__(cls, text)
        linked.address = address
        return linked


@dataclass(frozen=True, slots=True)
class Grid:
    """One table as it lies in a file: all its rows, title and blank ones included.

    Attributes:
        file: the file as it was named on the line.
        sheet: as in `Row`.
        records: in order, read once.
        plain: whether the records are lines of text, each a name, and there is no header.
        heading: the number of the line that only says what follows, where the records are lines and one does.
        letter: whether the lines are those of a letter: what stands above and below the names is none.
        keyed: whether the first record is the header for certain.
        targets: where cells lead to; asked only for the columns of names and links.
        hidden: whether nobody sees the sheet, so that it is not read.
        column: where the lines stand, counted from 1.
    """

    file: str
    sheet: str | None
    records: Iterator[Record]
    plain: bool = False
    letter: bool = False
    keyed: bool = False
    targets: Targets = no_targets
    hidden: bool = False
    heading: int | None = None
    column: int = 1


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Where things are in one sheet.

    Attributes:
        file: the file as it was named on the line.
        sheet: as in `Row`.
        header_rows: the numbers of the header's rows, none to three.
        columns: the column of each role that its first table has, counted from 1; a row's own are in `Row.columns`.
            "name" is missing where rows have a unit and a link, but no name.
        plain: whether its records are lines of text.
        titles: the texts of the header's first row.
        marks: where the columns of an earlier marked copy begin, where no header names them.
    """

    file: str
    sheet: str | None
    header_rows: tuple[int, ...]
    columns: Mapping[Role, int]
    plain: bool = False
    titles: tuple[str, ...] = ()
    marks: int | None = None


def cell_text(value: object) -> str:
    """Return a cell's value as text: dates in ISO form, whole numbers without a fraction.

    What is no value of a cell (a list in a json file) gives "".
    """
    if isinstance(value, str):
        return value if type(value) is str else str.__str__(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return str(value) if isinstance(value, int | float | date | time) else ""

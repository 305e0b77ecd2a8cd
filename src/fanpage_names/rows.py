"""A row of a submitted file, and what the check says of it: the values that readers, check and outputs share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from fanpage_names.lang import Text
from fanpage_names.links import is_address
from fanpage_names.result import Result
from fanpage_names.text.unbuilt import ends_unbuilt

Listed = tuple[str | None, str | None]
"""A file and a sheet of it."""

NO_COLUMNS: Mapping[str, int] = MappingProxyType({})
"""For a row that comes from no file."""


class Row(NamedTuple):
    """One submitted name where a person finds it.

    A tuple, as a workbook of 100,000 rows makes as many of them: a dataclass takes three times as long to build.

    Attributes:
        name: the name cell's text, unchanged.
        file: the file as it was named on the line; "-" for standard input; None for a name given on the line.
        sheet: the sheet of a workbook (the table of a document); None elsewhere.
        row: counted from 1 as a person counts: spreadsheet rows, csv records, lines of a text file.
        link: the link cell's text; "" where it is blank; None where the file has no link column.
        unit: the unit cell's text; None where the file has no unit column.
        officer: the officer's name; None where there is no such column.
        telephone: the officer's telephone number; likewise.
        date: the date cell's text (ISO where the cell holds a date); likewise.
        note: the note; likewise.
        district: the text of the district's cell, or of the merged one above that it is part of; likewise.
        cluster: the cluster of communes that the unit belongs to; likewise.
        followers: how many follow the page, as the file has it; likewise.
        group: the line above the row that names whose rows follow ("Thành phố Nam Định"); None without one.
        title: what stands above the table, a line each, and what the sheet is called.
        columns: the column of each of these cells, counted from 1, where the row comes from a file.
    """

    name: str
    file: str | None = None
    sheet: str | None = None
    row: int = 1
    link: str | None = None
    unit: str | None = None
    officer: str | None = None
    telephone: str | None = None
    date: str | None = None
    note: str | None = None
    district: str | None = None
    cluster: str | None = None
    followers: str | None = None
    group: str | None = None
    title: str = ""
    columns: Mapping[str, int] = NO_COLUMNS

    @property
    def listed(self) -> Listed:
        """The list that the row stands in: where one row has a link, those without one have no page yet."""
        return self.file, self.sheet

    def has_page(self, linked: Collection[Listed]) -> bool:
        """Whether the row reports a page, and not a name alone.

        Args:
            linked: the lists that have links.
        """
        return not ends_unbuilt(self.name) and (is_address(self.link or "") or self.listed not in linked)

    def locator(self) -> str:
        """Return where the row is, as tools write it: "file[sheet]:row"; "--name:1" for a name given on the line."""
        sheet = f"[{self.sheet}]" if self.sheet is not None else ""
        return f"{self.file or '--name'}{sheet}:{self.row}"

    def place(self) -> Text:
        """Return where the row is, in a sentence for people."""
        return place_of(self.listed, [self.row])


def place_of(listed: Listed, rows: Sequence[int]) -> Text:
    """Return where some rows of one list are, in a sentence for people: the list once."""
    fields = {"row": ", ".join(map(str, rows)), "n": len(rows)}
    if where := ", ".join(part for part in listed if part and part != "-"):
        place = Text("{where}, dòng {row}", "{where}, rows {row}", one="{where}, row {row}")
        return place.format(where=where, **fields)
    return Text("dòng {row}", "rows {row}", one="row {row}").format(**fields)


Source = Literal["unit-column", "district-column", "group", "title"]
"""Where it was read which of several units a row means."""


class Checked(NamedTuple):
    """A row with what the check says of it.

    Attributes:
        row: the row.
        result: the name's result; its diagnostics include those about the row's other cells.
        fixed_link: the page address in its plain form; None where the link is none, or there is no link.
        context: where it was read which of the units that the name could mean is meant; None where the name says it.
    """

    row: Row
    result: Result
    fixed_link: str | None = None
    context: Source | None = None

"""Forms that one unit fills in: titles below each other ("Tên trang", "Đường link"), what is written beside each.

A title and what is written may also share a cell ("Tên trang: …"). Several forms may follow each other on a sheet:
where a title comes again, another one begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fanpage_names.links import find_address, is_address
from fanpage_names.rows import Row
from fanpage_names.tables.grid import Grid, Linked, Record, cell_text
from fanpage_names.tables.header import Lookahead, could_be_title
from fanpage_names.tables.headings import Heading, Title, labelled, title_of
from fanpage_names.tables.log import ReadingLog
from fanpage_names.text.phrases import label
from fanpage_names.text.unbuilt import says_unbuilt

_NO_TITLE = Title(None, 0)
_EXPLAINS = re.compile(r"\W*(?:ghi|chep|dan|nhap|dien|viet|chon|vi du|vd|theo|la)\b")
"""How an explanation of what is to be written begins."""
_ROWS = 60
"""So many rows are looked through for a form."""


class Entry(NamedTuple):
    """What is written beside a title.

    Attributes:
        heading: what the title announces.
        row: the number of the row.
        column: the column of the cell that it is written in, counted from 1.
        cell: that cell; a title of its own may stand in it.
        text: what is written.
    """

    heading: Heading
    row: int
    column: int
    cell: str
    text: str


def has_form(head: Lookahead) -> bool:
    """Whether a sheet is a form: the name of a page and something else, each beside its title, and no table below."""
    found: set[Heading] = set()
    for index in range(_ROWS):  # one after the other: a table may come in from a pipe
        record = head.at(index)
        if record is None:
            break
        entries = _entries(record)
        if entries is None:
            return False
        found |= {entry.heading for entry in entries if entry.heading != "other"}
    return "name" in found and len(found) > 1


def form_rows(grid: Grid, log: ReadingLog) -> Iterator[Row]:
    """Yield the page of each form, at the row of its name.

    Args:
        grid: the sheet.
        log: gets the rows that carry no name.
    """
    form: dict[Heading, Entry] = {}
    for record in grid.records:
        entries = _entries(record) or ()
        for entry in entries:
            if entry.heading in form and entry.heading != "other":
                yield from _page(form, grid)
                form = {}
            form[entry.heading] = entry
        if any(record[1]) and not any(entry.heading == "name" for entry in entries):
            log.pass_over(record[0], "others" if entries else "above")
    yield from _page(form, grid)


def _page(form: Mapping[Heading, Entry], grid: Grid) -> Iterator[Row]:
    name, link = form.get("name"), form.get("link")
    if name is None or says_unbuilt(name.text):
        return
    unit, officer, telephone, date, note = (
        form[role].text if role in form else None for role in ("unit", "officer", "telephone", "date", "note")
    )
    place = grid.file, grid.sheet, name.row
    address = _address(link, grid) if link else None
    yield Row(name.cell, *place, address, unit, officer, telephone, date, note, columns={"name": name.column})


def _address(link: Entry, grid: Grid) -> str:
    if found := find_address(link.text):
        return found.text
    behind = grid.targets(link.column).get(link.row, "")
    return behind if is_address(behind) else link.text


def _entries(record: Record) -> Sequence[Entry] | None:
    """Return what a row has beside titles; None where it is the header of a table, whose titles stand side by side."""
    number, cells = record
    texts = [(column, cell, cell_text(cell).strip()) for column, cell in enumerate(cells, 1) if cell not in ("", None)]
    entries: list[Entry] = []
    title = _NO_TITLE
    for column, cell, text in texts:
        own = _title(text)
        if title.heading and own.heading:
            return None
        if title.heading:
            written = cell.address if isinstance(cell, Linked) and title.heading == "link" else text
            entries.append(Entry(title.heading, number, column, cell_text(cell), written))
            title = _NO_TITLE
        elif (both := labelled(text)) and both[0].heading and both[1] and not _EXPLAINS.match(label(both[1])):
            entries.append(Entry(both[0].heading, number, column, cell_text(cell), both[1]))
        else:
            title = own
    return None if title == Title("name", 3) and len(texts) == 1 and not texts[0][2].endswith(":") else entries


def _title(text: str) -> Title:
    bare = text.rstrip(" :")
    title = title_of("", bare) if bare and could_be_title(bare) else _NO_TITLE
    return title if title.sure > 1 or title.heading == "name" else _NO_TITLE

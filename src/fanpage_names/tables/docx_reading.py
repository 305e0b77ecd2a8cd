"""Reading the tables of docx documents.

python-docx passes over what stands in content controls and tracked insertions, so columns would shift and
names be lost; a table is little enough to be read from the XML itself.

Source: ECMA-376 part 1, 17.4 (tables): `w:gridSpan` widens a cell, `w:vMerge` continues the one above;
17.16.22 (`w:hyperlink`) and 17.16.5.25 (the field HYPERLINK).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.faults import too_big
from fanpage_names.tables.grid import Grid, Linked
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import DOCUMENT, links, relationship_of
from fanpage_names.tables.sheets import chosen_name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "

_LEFT_OUT = (W + "tbl", W + "del", W + "moveFrom")
"""Tables within tables are tables of their own; what a tracked change takes away is not there."""

BREAKS: Mapping[str, str] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What of a run is shown, beside its texts."""

_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_MOST_COLUMNS = 63
_MOST_TABLES = 10_000


class Pieces(NamedTuple):
    """What a document is made of.

    Attributes:
        tables: all its tables, also those within others, by their names.
        paragraphs: those that stand in no table.
    """

    tables: Mapping[str, Element]
    paragraphs: Sequence[Element]


def document_grids(archive: ZipFile, file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the tables in a document's main part in order, called "Bảng 1" and so on: all, or the one named.

    Its paragraphs come last, as lines of text: where no table holds names, they may.

    Raises:
        UseError: the document is damaged, or has no table of that name.
    """
    budget = budget_of(archive, file)
    content = part_of(archive, DOCUMENT, file)
    tables, paragraphs = pieces_of(content, budget)
    addresses = links(archive, DOCUMENT, budget)
    for name in list(tables) if sheet is None else [chosen_name(list(tables), sheet, file)]:
        yield _grid(file, name, list(children(tables[name], "tr")), addresses)
    if sheet is None:
        lines = (_line(paragraph, addresses) for paragraph in paragraphs)
        yield Grid(file, None, ((number, (line,)) for number, line in enumerate(lines, 1)), plain=True, letter=True)


def _line(paragraph: Element, addresses: Mapping[str, str]) -> str:
    text, address = paragraph_text(paragraph), _target(paragraph, addresses)
    return Linked(text, address) if address else text


def pieces_of(content: bytes, budget: Budget) -> Pieces:
    """Return the tables and the lines of a document.

    Raises:
        UseError: as `elements`; or there are more tables than any document has.
    """
    outermost = list(elements(content, lambda name, _: name in (W + "tbl", W + "p"), budget, kept=True))
    tables = [
        table
        for one in outermost
        if one.name == W + "tbl"
        for table in chain([one], (within for within in one.walk() if within.name == W + "tbl"))
    ]
    if len(tables) > _MOST_TABLES:
        raise too_big(budget.file)
    named = {f"Bảng {number}": table for number, table in enumerate(tables, 1)}
    return Pieces(named, [one for one in outermost if one.name == W + "p"])


def _grid(file: str, name: str, rows: Sequence[Element], addresses: Mapping[str, str]) -> Grid:
    @cache
    def targets(column: int) -> Mapping[int, str]:
        cells = ((number, dict(enumerate(cells_of(row), 1)).get(column)) for number, row in enumerate(rows, 1))
        return {number: at for number, cell in cells if cell is not None and (at := _target(cell, addresses))}

    return Grid(file, name, enumerate(map(_texts, rows), 1), targets=targets)


def children(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the nearest elements of a kind below, also inside content controls and tracked changes."""
    return parent.nearest(W + tag, *_LEFT_OUT)


def _texts(row: Element) -> Sequence[str]:
    return ["" if cell is None else shown(cell) for cell in cells_of(row)]


def shown(cell: Element) -> str:
    """Return a cell's text as it is printed."""
    return "\n".join(map(paragraph_text, children(cell, "p")))


def cells_of(row: Element) -> Sequence[Element | None]:
    """Return the cell of each column; None where it belongs to the cell above or before, or there is none."""
    cells: list[Element | None] = [None] * _number(row, "trPr", "gridBefore", default=0)
    for cell in children(row, "tc"):
        continues = cell.find(W + "tcPr", W + "vMerge")
        hidden = continues is not None and continues.get(W + "val", "continue") == "continue"
        cells.append(None if hidden else cell)
        cells.extend([None] * (_number(cell, "tcPr", "gridSpan", default=1) - 1))
    return cells


def _number(element: Element, *tags: str, default: int) -> int:
    found = element.find(*(W + tag for tag in tags))
    value = found.get(W + "val") if found is not None else ""
    return min(int(value[:9]), _MOST_COLUMNS) if value.isdecimal() else default


def paragraph_text(paragraph: Element) -> str:
    """Return a paragraph's text as it is printed."""
    pieces = []
    for run in children(paragraph, "r"):
        for element in run:
            tag = element.name.removeprefix(W)
            pieces.append(element.text if tag == "t" else BREAKS.get(tag, ""))
    return "".join(pieces)


def _target(cell: Element, addresses: Mapping[str, str]) -> str | None:
    """Return the address that a cell leads to."""
    for link in hyperlinks(cell):
        if address := addresses.get(relationship_of(link.attributes)):
            return address
    field = _FIELD.match("".join(part.text for part in instructions(cell)))
    return field[1] if field else None


def hyperlinks(cell: Element) -> Sequence[Element]:
    """Return the links in a cell, without those of tables in it."""
    return [one for one in cell.walk(*_LEFT_OUT) if one.name == W + "hyperlink"]


def instructions(cell: Element) -> Sequence[Element]:
    """Return the pieces of what a field within a cell is told to do; HYPERLINK is such a field."""
    return [one for one in cell.walk(*_LEFT_OUT) if one.name == W + "instrText"]

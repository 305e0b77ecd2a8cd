"""Reading the tables of docx documents.

python-docx passes over what stands in content controls and tracked insertions, so columns would shift and
names be lost; a table is little enough to be read from the XML itself.

Source: ECMA-376 part 1, 17.4 (tables): `w:gridSpan` widens a cell, `w:vMerge` continues the one above;
17.16.22 (`w:hyperlink`) and 17.16.5.25 (the field HYPERLINK).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from zipfile import ZipFile

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import Grid
from fanpage_names.tables.package import links, parsed
from fanpage_names.tables.workbook import chosen_name

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_LEFT_OUT = (W + "tbl", W + "del", W + "moveFrom")
"""Tables within tables are tables of their own; what a tracked change takes away is not there."""

BREAKS: Mapping[str, str] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What of a run is shown, beside its texts."""

_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


def document_grids(archive: ZipFile, file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the tables in a document's main part in order, called "Bảng 1" and so on: all, or the one named.

    Raises:
        UseError: the document is damaged, has no table, or none of that name.
    """
    tables = tables_of(parsed(archive.read(DOCUMENT), file))
    if not tables:
        raise UseError(
            f"{file}: không có bảng nào; đặt danh sách vào một bảng, hoặc lưu thành .txt, mỗi dòng một tên",
            f"{file}: no table in it; put the list into a table, or save it as .txt with one name a line",
        )
    addresses = links(archive, DOCUMENT, file)
    names = list(tables) if sheet is None else [chosen_name(list(tables), sheet, file)]
    return (_grid(file, name, list(children(tables[name], "tr")), addresses) for name in names)


def tables_of(root: _Element) -> Mapping[str, _Element]:
    """Return all tables of a document by their names."""
    return {f"Bảng {number}": table for number, table in enumerate(root.iter(W + "tbl"), 1)}


def _grid(file: str, name: str, rows: Sequence[_Element], addresses: Mapping[str, str]) -> Grid:
    def targets(column: int) -> Mapping[int, str]:
        cells = ((number, dict(enumerate(cells_of(row), 1)).get(column)) for number, row in enumerate(rows, 1))
        return {number: at for number, cell in cells if cell is not None and (at := _target(cell, addresses))}

    return Grid(file, name, enumerate(map(_texts, rows), 1), targets=targets)


def children(parent: _Element, tag: str) -> Iterator[_Element]:
    """Yield the nearest elements of a kind below, also inside content controls and tracked changes."""
    for child in parent:
        if child.tag == W + tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from children(child, tag)


def _texts(row: _Element) -> Sequence[str]:
    return ["" if cell is None else shown(cell) for cell in cells_of(row)]


def shown(cell: _Element) -> str:
    """Return a cell's text as it is printed."""
    return "\n".join(map(_text, children(cell, "p")))


def cells_of(row: _Element) -> Sequence[_Element | None]:
    """Return the cell of each column; None where it belongs to the cell above or before, or there is none."""
    cells: list[_Element | None] = [None] * _number(row, "trPr/gridBefore", 0)
    for cell in children(row, "tc"):
        continues = cell.find(_path("tcPr/vMerge"))
        hidden = continues is not None and continues.get(W + "val", "continue") == "continue"
        cells.append(None if hidden else cell)
        cells.extend([None] * (_number(cell, "tcPr/gridSpan", 1) - 1))
    return cells


def _path(tags: str) -> str:
    return "/".join(W + tag for tag in tags.split("/"))


def _number(element: _Element, tags: str, default: int) -> int:
    found = element.find(_path(tags))
    value = found.get(W + "val", "") if found is not None else ""
    return min(int(value[:9]), 63) if value.isdecimal() else default


def _text(paragraph: _Element) -> str:
    pieces = []
    for run in children(paragraph, "r"):
        for element in run:
            tag = element.tag.removeprefix(W)
            pieces.append((element.text or "") if tag == "t" else BREAKS.get(tag, ""))
    return "".join(pieces)


def _target(cell: _Element, addresses: Mapping[str, str]) -> str | None:
    """Return the address that a cell leads to."""
    for link in cell.iter(W + "hyperlink"):
        if address := addresses.get(link.get(R_ID, "")):
            return address
    field = _FIELD.match("".join(part.text or "" for part in instructions(cell)))
    return field[1] if field else None


def instructions(cell: _Element) -> Sequence[_Element]:
    """Return the pieces of what a field within a cell is told to do; HYPERLINK is such a field."""
    return list(cell.iter(W + "instrText"))

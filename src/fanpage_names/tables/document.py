"""Reading the tables of docx documents.

python-docx passes over what stands in content controls and tracked insertions, so columns would shift and
names be lost; a table is little enough to be read from the XML itself. defusedxml refuses entity bombs.

Source: ECMA-376 part 1, 17.4 (tables): `w:gridSpan` widens a cell, `w:vMerge` continues the one above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from fanpage_names.errors import UseError
from fanpage_names.tables.faults import damaged
from fanpage_names.tables.grid import Grid
from fanpage_names.tables.workbook import chosen_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = (_W + "tbl", _W + "del", _W + "moveFrom")
"""Tables within tables are tables of their own; what a tracked change takes away is not there."""

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def document_grids(xml: bytes, file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the tables in a document's main part in order, called "Bảng 1" and so on: all, or the one named.

    Raises:
        UseError: the document is damaged, has no table, or none of that name.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(xml)
    except (ParseError, DefusedXmlException) as error:
        raise damaged(file) from error
    tables = {f"Bảng {number}": table for number, table in enumerate(root.iter(_W + "tbl"), 1)}
    if not tables:
        raise UseError(
            f"{file}: không có bảng nào; đặt danh sách vào một bảng, hoặc lưu thành .txt, mỗi dòng một tên",
            f"{file}: no table in it; put the list into a table, or save it as .txt with one name a line",
        )
    names = list(tables) if sheet is None else [chosen_name(list(tables), sheet, file)]
    for name in names:
        yield Grid(file, name, enumerate(map(_cells, _children(tables[name], "tr")), 1))


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the nearest elements of a kind below, also inside content controls and tracked changes."""
    for child in parent:
        if child.tag == _W + tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _children(child, tag)


def _cells(row: Element) -> Sequence[str]:
    cells = [""] * _number(row, "trPr/gridBefore", 0)
    for cell in _children(row, "tc"):
        continues = cell.find(_path("tcPr/vMerge"))
        hidden = continues is not None and continues.get(_W + "val", "continue") == "continue"
        cells.append("" if hidden else "\n".join(map(_text, _children(cell, "p"))))
        cells.extend([""] * (_number(cell, "tcPr/gridSpan", 1) - 1))
    return cells


def _path(tags: str) -> str:
    return "/".join(_W + tag for tag in tags.split("/"))


def _number(element: Element, tags: str, default: int) -> int:
    found = element.find(_path(tags))
    value = found.get(_W + "val", "") if found is not None else ""
    return min(int(value), 63) if value.isdecimal() else default


def _text(paragraph: Element) -> str:
    """Return a paragraph's text as it is printed."""
    pieces = []
    for run in _children(paragraph, "r"):
        for element in run:
            tag = element.tag.removeprefix(_W)
            pieces.append((element.text or "") if tag == "t" else _BREAKS.get(tag, ""))
    return "".join(pieces)

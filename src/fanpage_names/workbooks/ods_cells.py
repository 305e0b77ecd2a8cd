"""Cells of an ods workbook written anew in its own XML, so that nothing else can be lost.

Source: OpenDocument 1.3 part 3, 9.1 (tables; one row or cell may stand for many), 19.385 (`office:string-value`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING
from zipfile import ZipFile

from fanpage_names.tables.package import parsed, serialised
from fanpage_names.workbooks.book import writable
from fanpage_names.workbooks.cells import NewCell, NewCells
from fanpage_names.workbooks.formulas import Formulas

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_CONTENT = "content.xml"
_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
_TABLE, _OFFICE, _TEXT = map(_SPACE.format, ("table", "office", "text"))
_ROWS, _COLUMNS = _TABLE + "number-rows-repeated", _TABLE + "number-columns-repeated"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_HREF = "{http://www.w3.org/1999/xlink}href"


def mend_ods(archive: ZipFile, file: str, cells: NewCells) -> Mapping[str, bytes]:
    """Return the parts of a workbook with cells written anew.

    Raises:
        UseError: the workbook is damaged.
    """
    root = parsed(archive.read(_CONTENT), file)
    tables = _tables(root)
    for sheet, wanted in cells.items():
        by_row: dict[int, dict[int, NewCell]] = {}
        for new in wanted:
            by_row.setdefault(new.row, {})[new.column] = new
        for number, row in _single(_rows(tables[sheet]), _ROWS, by_row):
            for column, cell in _single(_cells(row), _COLUMNS, by_row[number]):
                _put(cell, by_row[number][column])
    return {_CONTENT: serialised(root)}


def ods_formulas(archive: ZipFile, file: str) -> Mapping[str, Formulas]:
    """Return the cells that hold formulas, by sheet; errors as `mend_ods`."""
    return {name: _formulas(table) for name, table in _tables(parsed(archive.read(_CONTENT), file)).items()}


def _formulas(table: _Element) -> Formulas:
    found, row_end = [], 0
    for row in _rows(table):
        row_start, row_end = row_end + 1, row_end + _count(row, _ROWS)
        end = 0
        for cell in _cells(row):
            start, end = end + 1, end + _count(cell, _COLUMNS)
            if cell.get(_TABLE + "formula"):
                found.append((row_start, start, row_end, end))
    return Formulas(found)


def _tables(root: _Element) -> Mapping[str, _Element]:
    return {table.get(_TABLE + "name", ""): table for table in root.iter(_TABLE + "table")}


def _rows(table: _Element) -> list[_Element]:
    return list(table.iter(_TABLE + "table-row"))


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if cell.tag in _CELLS]


def _count(element: _Element, repeated: str) -> int:
    return int(element.get(repeated, 1))


def _single(elements: Iterable[_Element], repeated: str, wanted: Iterable[int]) -> Iterator[tuple[int, _Element]]:
    """Yield the wanted ones of rows or cells; one that stands for many is divided, so that each is its own."""
    numbers = deque(sorted(wanted))
    end = 0
    for element in elements:
        start, end = end + 1, end + _count(element, repeated)
        while numbers and numbers[0] <= end:
            number = numbers.popleft()
            if number > start:
                _before(element, repeated, number - start)
            start = number + 1
            if number == end:
                element.attrib.pop(repeated, None)
                yield number, element
            else:
                yield number, _before(element, repeated, 1)
                element.set(repeated, str(end - number))
    if numbers:
        raise ValueError(numbers)


def _before(element: _Element, repeated: str, count: int) -> _Element:
    """Put a copy that stands for so many before an element, and return it."""
    copied = deepcopy(element)
    copied.tail = None
    copied.set(repeated, str(count))
    element.addprevious(copied)
    return copied


def _put(cell: _Element, new: NewCell) -> None:
    paragraphs = cell.findall(_TEXT + "p")
    links = list(cell.iter(_TEXT + "a")) if new.leads else []
    for link in links:
        link.set(_HREF, new.text)
    if not new.replaces("\n".join("".join(paragraph.itertext()) for paragraph in paragraphs)):
        return
    cell.attrib.pop(_OFFICE + "string-value", None)
    for paragraph in paragraphs[1:]:
        cell.remove(paragraph)
    holder = _emptied(paragraphs[0])
    if links:
        holder.append(links[0])
        holder = _emptied(links[0])
    holder.text = writable(new.text)


def _emptied(element: _Element) -> _Element:
    for child in list(element):
        element.remove(child)
    element.text = element.tail = None
    return element

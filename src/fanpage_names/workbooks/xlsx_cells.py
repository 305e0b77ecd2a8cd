"""Cells of an xlsx workbook written anew in its own XML, so that nothing else can be lost.

Source: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.53 (is), 18.2.2 (calcPr).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING
from zipfile import ZipFile

from fanpage_names.tables.archive import column_number
from fanpage_names.tables.columns import column_letter
from fanpage_names.tables.package import WORKBOOK, Leads, parsed, serialised, worksheets
from fanpage_names.workbooks.book import writable
from fanpage_names.workbooks.cells import NewCell, NewCells

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_STRINGS = "xl/sharedStrings.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mend_xlsx(archive: ZipFile, file: str, cells: NewCells) -> Mapping[str, bytes]:
    """Return the parts of a workbook with cells written anew; formulas are computed again when it is opened.

    Raises:
        UseError: the workbook is damaged.
    """
    strings = [_text(item) for item in parsed(archive.read(_STRINGS), file)] if _STRINGS in archive.namelist() else []

    def shown(cell: _Element) -> str:
        value = cell.findtext("{*}v") or ""
        return strings[int(value)] if cell.get("t") == "s" else value or _text(cell)

    places = worksheets(archive, file)
    parts: dict[str, bytes] = {}
    for sheet, wanted in cells.items():
        part = places[sheet]
        root, leads = parsed(archive.read(part), file), Leads(archive, part, file)
        links = {link.get("ref", "").partition(":")[0]: link for link in root.iterfind("{*}hyperlinks/{*}hyperlink")}
        for new, cell in _found(root, wanted):
            if new.replaces(shown(cell)):
                _put(cell, new.text)
            link = links.get(f"{column_letter(new.column)}{new.row}")
            if new.leads and link is not None:
                link.attrib.pop("location", None)
                leads.lead(link, new.text)
        parts |= {part: serialised(root), **leads.parts()}
    return {**parts, **_computed_anew(archive, file)}


def _text(item: _Element) -> str:
    """Return a string as it is shown, without how it is pronounced."""
    return "".join(text.text or "" for text in item.iter("{*}t") if not text.getparent().tag.endswith("}rPh"))


def cells_of(row: _Element) -> Iterator[tuple[int, _Element]]:
    """Yield the cells of a row with their columns; a cell that does not say where it is follows the one before."""
    column = 0
    for cell in row.iterfind("{*}c"):
        letters = cell.get("r", "").rstrip("0123456789")
        column = column_number(letters.encode()) if letters else column + 1
        yield column, cell


def rows_of(root: _Element) -> Iterator[tuple[int, _Element]]:
    """Yield the rows of a worksheet with their numbers."""
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r") or number + 1)
        yield number, row


def _found(root: _Element, wanted: Collection[NewCell]) -> Iterator[tuple[NewCell, _Element]]:
    found = 0
    by_row: dict[int, dict[int, NewCell]] = {}
    for new in wanted:
        by_row.setdefault(new.row, {})[new.column] = new
    for number, row in rows_of(root):
        if number in by_row:
            for column, cell in cells_of(row):
                if column in by_row[number]:
                    found += 1
                    yield by_row[number][column], cell
    if found < len(wanted):
        raise ValueError(found)


def _put(cell: _Element, text: str) -> None:
    """Put a text into a cell, never a formula; its format stays."""
    from lxml.etree import QName, SubElement

    space = f"{{{QName(cell).namespace}}}"
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    inside = SubElement(SubElement(cell, f"{space}is"), f"{space}t")
    inside.set(_SPACE, "preserve")
    inside.text = writable(text)


def _computed_anew(archive: ZipFile, file: str) -> Mapping[str, bytes]:
    root = parsed(archive.read(WORKBOOK), file)
    for settings in root.iterfind("{*}calcPr"):
        settings.set("fullCalcOnLoad", "1")
    return {WORKBOOK: serialised(root)}

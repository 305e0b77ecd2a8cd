"""Cells of an xlsx workbook written anew in its own XML, so that nothing else can be lost.

Source: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.53 (is), 18.2.2 (calcPr).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from string import ascii_letters
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes
from fanpage_names.tables.package import MAIN, WORKBOOK, part_of_kind, worksheets
from fanpage_names.tables.places import column_letter, column_number
from fanpage_names.tables.xlsx_values import shared_strings
from fanpage_names.workbooks.cells import NewCell, NewCells, writable
from fanpage_names.workbooks.leads import Leads
from fanpage_names.workbooks.patching import Patch, xml_text

_ROW, _LINK, _SETTINGS = ({f"{space} {name}" for space in MAIN} for name in ("row", "hyperlink", "calcPr"))
_LETTERS = ascii_letters
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def mend_xlsx(archive: ZipFile, file: str, cells: NewCells) -> Mapping[str, bytes]:
    """Return the parts of a workbook with cells written anew; formulas are computed again when it is opened.

    Raises:
        UseError: the workbook is damaged.
    """
    budget = budget_of(archive, file)
    shared = part_of_kind(archive, WORKBOOK, "/sharedStrings", budget)
    strings = shared_strings(archive, shared, budget) if shared else ()

    def shown(cell: Element) -> str:
        value = "".join(one.text for one in cell if one.name.endswith(" v"))
        return strings[int(value)] if cell.get("t") == "s" else value or _inline(cell)

    places = {sheet.name: sheet.part for sheet in worksheets(archive, budget)}
    parts: dict[str, bytes] = {}
    for sheet, wanted in cells.items():
        part = places[sheet]
        content, leads = part_of(archive, part, file), Leads(archive, part, budget)
        patch = Patch(content)
        for number, row, by_column in _rows(content, wanted, budget):
            _put_row(number, row, by_column, patch, shown)
        _lead(content, wanted, leads, patch, budget)
        parts |= {part: patch.written(), **leads.parts()}
    return {**parts, **_computed_anew(archive, budget)}


def _inline(cell: Element) -> str:
    """Return a text that stands in the cell itself, without how it is pronounced."""
    texts = (one for one in cell.walk(*(f"{space} rPh" for space in MAIN)) if one.name.endswith(" t"))
    return "".join(one.text for one in texts)


def _rows(
    content: bytes, wanted: Collection[NewCell], budget: Budget
) -> Iterator[tuple[int, Element, dict[int, NewCell]]]:
    """Yield the rows with cells to write, with these by their columns."""
    by_row: dict[int, dict[int, NewCell]] = {}
    for new in wanted:
        by_row.setdefault(new.row, {})[new.column] = new
    number = 0

    def is_wanted(name: str, attributes: Attributes) -> bool:
        nonlocal number
        if name not in _ROW:
            return False
        number = int(attributes.get("r") or number + 1)
        return number in by_row or "r" not in attributes

    for row in elements(content, is_wanted, budget):
        first = next((cell.get("r") for cell in row if cell.get("r")), "")
        at = int(row.get("r") or first.lstrip(_LETTERS) or 0)
        if at in by_row:
            yield at, row, by_row.pop(at)
    if by_row:
        raise ValueError(by_row)


def _put_row(
    number: int, row: Element, wanted: dict[int, NewCell], patch: Patch, shown: Callable[[Element], str]
) -> None:
    """Write the cells of a row; one that is not there, as it was blank, is put between the others."""
    column = 0
    prefix = ""
    for cell in row:
        letters = cell.get("r").rstrip("0123456789")
        column = column_number(letters) if letters else column + 1
        prefix = patch.tag(cell).prefix
        for before in sorted(one for one in wanted if one < column):
            patch.replace(cell.start, cell.start, _new_cell(number, wanted.pop(before), prefix))
        new = wanted.pop(column, None)
        if new is not None and new.replaces(shown(cell)):
            _put(cell, new.text, patch)
    for last in sorted(wanted):
        patch.append(row, _new_cell(number, wanted[last], prefix))


def _new_cell(row: int, new: NewCell, prefix: str) -> bytes:
    """Return a cell that was not there.

    Raises:
        ValueError: it should have been.
    """
    if not new.leads:
        raise ValueError(new)
    place, x = f"{column_letter(new.column)}{row}".encode(), prefix.encode()
    return b'<%sc r="%s" t="inlineStr">%s</%sc>' % (x, place, inline_text(new.text, prefix), x)


def _put(cell: Element, text: str, patch: Patch) -> None:
    """Put a text into a cell, never a formula; its format stays."""
    prefix = patch.tag(cell).prefix
    patch.fill(cell, inline_text(text, prefix), {"t": "inlineStr"})


def inline_text(text: str, prefix: str) -> bytes:
    """Return what a cell holds that has a text of its own."""
    text = writable(text)
    shown = xml_text(_LIKE_AN_ESCAPE.sub("_x005F_", text) if "_x" in text else text)
    x = prefix.encode()
    return b'<%sis><%st xml:space="preserve">%s</%st></%sis>' % (x, x, shown, x, x)


def _lead(content: bytes, wanted: Collection[NewCell], leads: Leads, patch: Patch, budget: Budget) -> None:
    addresses = {f"{column_letter(new.column)}{new.row}": new.text for new in wanted if new.leads}
    for link in elements(content, lambda name, _: name in _LINK, budget) if addresses else ():
        if (address := addresses.get(link.get("ref").partition(":")[0])) is not None:
            leads.lead(link, address, patch, {"location": None})


def _computed_anew(archive: ZipFile, budget: Budget) -> Mapping[str, bytes]:
    patch = Patch(content := part_of(archive, WORKBOOK, budget.file))
    for settings in elements(content, lambda name, _: name in _SETTINGS, budget):
        patch.set(settings, {"fullCalcOnLoad": "1"})
    return {WORKBOOK: patch.written()}

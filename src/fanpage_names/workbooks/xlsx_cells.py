"""Cells of an xlsx workbook written anew in its own XML, so that nothing else can be lost.

Source: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.53 (is), 18.2.2 (calcPr).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.columns import column_letter
from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes
from fanpage_names.tables.package import MAIN, WORKBOOK, part_of_kind, worksheets
from fanpage_names.tables.xlsx import column_number
from fanpage_names.tables.xlsx_values import shared_strings
from fanpage_names.workbooks.cells import NewCell, NewCells, writable
from fanpage_names.workbooks.leads import Leads
from fanpage_names.workbooks.patching import Patch, xml_text

_ROW, _LINK, _SETTINGS = ({f"{space} {name}" for space in MAIN} for name in ("row", "hyperlink", "calcPr"))
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
        for new, cell in _found(content, wanted, budget):
            if new.replaces(shown(cell)):
                _put(cell, new.text, patch)
        _lead(content, wanted, leads, patch, budget)
        parts |= {part: patch.written(), **leads.parts()}
    return {**parts, **_computed_anew(archive, budget)}


def _inline(cell: Element) -> str:
    """Return a text that stands in the cell itself, without how it is pronounced."""
    texts = (one for one in cell.walk(*(f"{space} rPh" for space in MAIN)) if one.name.endswith(" t"))
    return "".join(one.text for one in texts)


def _found(content: bytes, wanted: Collection[NewCell], budget: Budget) -> Iterator[tuple[NewCell, Element]]:
    """Yield the cells to write with what stands in their place."""
    by_row: dict[int, dict[int, NewCell]] = {}
    for new in wanted:
        by_row.setdefault(new.row, {})[new.column] = new
    number = found = 0

    def is_wanted(name: str, attributes: Attributes) -> bool:
        nonlocal number
        if name not in _ROW:
            return False
        number = int(attributes.get("r") or number + 1)
        return number in by_row or "r" not in attributes

    for row in elements(content, is_wanted, budget):
        column = 0
        at = int(row.get("r") or 0)
        for cell in row:
            place = cell.get("r")
            letters = place.rstrip("0123456789")
            column = column_number(letters) if letters else column + 1
            at = at or int(place[len(letters) :] or 0)
            if (new_cell := by_row.get(at, {}).get(column)) is not None:
                found += 1
                yield new_cell, cell
    if found < len(wanted):
        raise ValueError(found)


def _put(cell: Element, text: str, patch: Patch) -> None:
    """Put a text into a cell, never a formula; its format stays."""
    prefix = patch.tag(cell).prefix
    patch.fill(cell, inline_text(text, prefix), {"t": "inlineStr"})


def inline_text(text: str, prefix: str) -> bytes:
    """Return what a cell holds that has a text of its own."""
    shown = xml_text(_LIKE_AN_ESCAPE.sub("_x005F_", writable(text)))
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

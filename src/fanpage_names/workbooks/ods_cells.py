"""Cells of an ods workbook written anew in its own XML, so that nothing else can be lost.

Source: OpenDocument 1.3 part 3, 9.1 (tables; one row or cell may stand for many), 19.385 (`office:string-value`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, read_through
from fanpage_names.tables.ods import ASIDE, CELLS, COLUMNS, OFFICE, ROWS, TABLE, TEXT
from fanpage_names.tables.package import CONTENT
from fanpage_names.workbooks.cells import NewCell, NewCells, writable
from fanpage_names.workbooks.formulas import Area, Formulas
from fanpage_names.workbooks.patching import Patch, Tag, xml_text

_TABLE, _ROW = TABLE + "table", TABLE + "table-row"
_HREF = "http://www.w3.org/1999/xlink href"

Changes = dict[str, str | None]
Edit = Callable[[Patch], Changes]
"""Makes changes within an element that stands for itself alone, and returns those of its own attributes."""


def mend_ods(archive: ZipFile, file: str, cells: NewCells) -> Mapping[str, bytes]:
    """Return the parts of a workbook with cells written anew.

    Raises:
        UseError: the workbook is damaged.
    """
    patch = Patch(content := part_of(archive, CONTENT, file))
    left = sum(map(len, cells.values()))
    for first, row, by_row in _wanted_rows(content, cells, budget_of(archive, file)):
        changes = {}
        for number, wanted in by_row.items():
            changes[number] = partial(_put_row, content, row, wanted)
            left -= len(wanted)
        patch.replace(row.start, patch.end(row), _apart(content, row, ROWS, first, changes))
    if left:
        raise ValueError(left)
    return {CONTENT: patch.written()}


def _wanted_rows(
    content: bytes, cells: NewCells, budget: Budget
) -> Iterator[tuple[int, Element, Mapping[int, Mapping[int, NewCell]]]]:
    """Yield the rows in which cells are wanted: the number of the first that each stands for, and the cells by row."""
    by_sheet: dict[str, dict[int, dict[int, NewCell]]] = {}
    for name, wanted in cells.items():
        for new in wanted:
            by_sheet.setdefault(name, {}).setdefault(new.row, {})[new.column] = new
    numbers = {name: sorted(rows) for name, rows in by_sheet.items()}
    sheet, end = "", 0
    found: deque[tuple[int, Mapping[int, Mapping[int, NewCell]]]] = deque()

    def is_wanted(name: str, attributes: Attributes) -> bool:
        nonlocal sheet, end
        if name == _TABLE:
            sheet, end = attributes.get(TABLE + "name", ""), 0
        if name != _ROW:
            return False
        first, end = end + 1, end + int(attributes.get(ROWS, 1))
        known = numbers.get(sheet, [])
        within = known[bisect_left(known, first) : bisect_left(known, end + 1)]
        if within:
            found.append((first, {number: by_sheet[sheet][number] for number in within}))
        return bool(within)

    for row in elements(content, is_wanted, budget):
        first, by_row = found.popleft()
        yield first, row, by_row


def _put_row(content: bytes, row: Element, wanted: Mapping[int, NewCell], patch: Patch) -> Changes:
    end, left = 0, len(wanted)
    for cell in row:
        if cell.name in CELLS:
            first, end = end + 1, end + int(cell.get(COLUMNS, "1"))
            changes: dict[int, Edit] = {
                column: partial(_put, cell, new) for column, new in wanted.items() if first <= column <= end
            }
            if changes and not any(one.name == TEXT + "p" for one in cell):
                left -= len(changes)
                blank = {column: wanted[column] for column in changes}
                patch.replace(cell.start, patch.end(cell), _filled(content, cell, first, end, blank))
            elif changes:
                left -= len(changes)
                patch.replace(cell.start, patch.end(cell), _apart(content, cell, COLUMNS, first, changes))
    if left:
        raise ValueError(left)
    return {}


def _filled(content: bytes, cell: Element, first: int, last: int, wanted: Mapping[int, NewCell]) -> bytes:
    """Return a blank cell, which may stand for many, with texts in some of them.

    Raises:
        ValueError: one of them should have had a text.
    """
    tag = Patch(content).tag(cell)
    repeated = _written(tag, COLUMNS) or "table:number-columns-repeated"

    def blank(count: int) -> bytes:
        return tag.with_attributes({repeated: str(count) if count > 1 else None}).written(alone=True) if count else b""

    pieces, at = [], first
    for column, new in sorted(wanted.items()):
        if not new.leads:
            raise ValueError(new)
        own = tag.with_attributes({repeated: None, "office:value-type": "string"}).written(alone=False)
        text = xml_text(writable(new.text))
        pieces += [blank(column - at), own, b"<text:p>%s</text:p></%s>" % (text, tag.name)]
        at = column + 1
    return b"".join([*pieces, blank(last + 1 - at)])


def _apart(content: bytes, element: Element, repeated: str, first: int, changes: Mapping[int, Edit]) -> bytes:
    """Return a row or cell that may stand for many, divided so that those that change are each its own."""
    tag = Patch(content).tag(element)
    written = _written(tag, repeated)
    end = first + int(element.get(repeated, "1"))

    def copies(count: int, change: Edit | None = None) -> bytes:
        patch = Patch(content, element.start, Patch(content).end(element))
        own = change(patch) if change else {}
        if written:
            own[written] = str(count) if count > 1 else None
        if own:
            patch.set(element, own)
        return patch.written()

    pieces, at = [], first
    for number, change in sorted(changes.items(), key=lambda one: one[0]):
        pieces += [copies(number - at)] if number > at else []
        pieces.append(copies(1, change))
        at = number + 1
    return b"".join([*pieces, copies(end - at)] if at < end else pieces)


def _written(tag: Tag, name: str) -> str:
    """Return the name of an attribute as a tag has it, with its prefix; "" where it has none."""
    local = ":" + name.rpartition(" ")[2]
    return next((known for known in map(bytes.decode, tag.attributes) if known.endswith(local)), "")


def _put(cell: Element, new: NewCell, patch: Patch) -> Changes:
    paragraphs = [one for one in cell if one.name == TEXT + "p"]
    links = [one for one in cell.walk(*ASIDE) if one.name == TEXT + "a"] if new.leads else []
    if not new.replaces("\n".join(map(_all_text, paragraphs))):
        for link in links:
            patch.set(link, {_written(patch.tag(link), _HREF): new.text})
        return {}
    text = xml_text(writable(new.text))
    if links:
        tag = patch.tag(links[0])
        tag = tag.with_attributes({_written(tag, _HREF): new.text})
        text = b"%s%s</%s>" % (tag.written(alone=False), text, tag.name)
    patch.fill(paragraphs[0], text)
    for paragraph in paragraphs[1:]:
        patch.remove(paragraph)
    saved = _written(patch.tag(cell), OFFICE + "string-value")
    return {saved: None} if saved else {}


def _all_text(element: Element) -> str:
    return "".join(one if isinstance(one, str) else _all_text(one) for one in element.content)


def ods_formulas(archive: ZipFile, file: str) -> Mapping[str, Formulas]:
    """Return the cells that hold formulas, by sheet; errors as `mend_ods`."""
    found: dict[str, list[Area]] = {}
    sheet, top, bottom, end = "", 0, 0, 0

    def begin_table(attributes: Attributes) -> None:
        nonlocal sheet, bottom
        sheet, bottom = attributes.get(TABLE + "name", ""), 0

    def begin_row(attributes: Attributes) -> None:
        nonlocal top, bottom, end
        top, bottom, end = bottom + 1, bottom + int(attributes.get(ROWS, 1)), 0

    def begin_cell(attributes: Attributes) -> None:
        nonlocal end
        start, end = end + 1, end + int(attributes.get(COLUMNS, 1))
        if attributes.get(TABLE + "formula"):
            found.setdefault(sheet, []).append((top, start, bottom, end))

    starts = {_TABLE: begin_table, _ROW: begin_row, **dict.fromkeys(CELLS, begin_cell)}
    read_through(archive, CONTENT, budget_of(archive, file), starts)
    return {name: Formulas(areas) for name, areas in found.items()}

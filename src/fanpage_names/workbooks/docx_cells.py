"""Cells of a document's tables written anew in its own XML, so that nothing else can be lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zipfile import ZipFile

from fanpage_names.tables.document import BREAKS, DOCUMENT, W, cells_of, children, instructions, shown, tables_of
from fanpage_names.tables.package import Leads, parsed, serialised
from fanpage_names.workbooks.book import writable
from fanpage_names.workbooks.cells import NewCells

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mend_docx(archive: ZipFile, file: str, cells: NewCells) -> Mapping[str, bytes]:
    """Return the parts of a document with cells written anew: a text takes the looks of the old one's beginning.

    Raises:
        UseError: the document is damaged.
    """
    root, leads = parsed(archive.read(DOCUMENT), file), Leads(archive, DOCUMENT, file)
    tables = tables_of(root)
    for sheet, wanted in cells.items():
        rows = list(children(tables[sheet], "tr"))
        for new in wanted:
            cell = cells_of(rows[new.row - 1])[new.column - 1]
            if cell is None:
                raise ValueError(new)
            if new.replaces(shown(cell)):
                _put(cell, new.text)
            if new.leads:
                _lead(cell, leads, new.text)
    return {DOCUMENT: serialised(root), **leads.parts()}


def _put(cell: _Element, text: str) -> None:
    paragraphs = list(children(cell, "p"))
    old = [
        (paragraph, run, element)
        for paragraph in paragraphs
        for run in children(paragraph, "r")
        for element in run
        if element.tag.removeprefix(W) in ("t", *BREAKS)
    ]
    first = next((at for at in old if at[2].tag == W + "t"), None)
    if first is None:  # nothing but breaks
        raise ValueError(text)
    for place in old:
        if place is not first:
            place[1].remove(place[2])
    first[2].text = writable(text)
    first[2].set(_SPACE, "preserve")
    _remove_emptied(paragraphs[paragraphs.index(first[0]) + 1 :])


def _remove_emptied(paragraphs: Sequence[_Element]) -> None:
    """Take out what stood on lines of its own; what follows a table within the cell has to stay."""
    for paragraph in paragraphs:
        before = paragraph.getprevious()
        kept = any(len(run) > len(run.findall(W + "rPr")) for run in paragraph.iter(W + "r"))
        if not kept and before is not None and before.tag == W + "p":
            paragraph.getparent().remove(paragraph)


def _lead(cell: _Element, leads: Leads, text: str) -> None:
    for link in cell.iter(W + "hyperlink"):
        leads.lead(link, text)
    field = instructions(cell)
    if "HYPERLINK" in "".join(part.text or "" for part in field):
        for number, part in enumerate(field):
            part.text = "" if number else f' HYPERLINK "{text}" '

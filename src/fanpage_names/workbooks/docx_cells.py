"""Cells of a document's tables written anew in its own XML, so that nothing else can be lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.docx_reading import (
    BREAKS,
    W,
    cells_of,
    children,
    hyperlinks,
    instructions,
    paragraph_text,
    pieces_of,
    shown,
)
from fanpage_names.tables.elements import Element, part_of
from fanpage_names.tables.package import DOCUMENT
from fanpage_names.workbooks.cells import NewCells, writable
from fanpage_names.workbooks.leads import Leads
from fanpage_names.workbooks.patching import Patch, xml_text

_NO_TABLE = ""
"""In place of a table's name: the paragraphs outside of tables."""


def mend_docx(archive: ZipFile, file: str, cells: NewCells) -> Mapping[str, bytes]:
    """Return the parts of a document with cells written anew: a text takes the looks of the old one's beginning.

    Raises:
        UseError: the document is damaged.
    """
    budget = budget_of(archive, file)
    content, leads = part_of(archive, DOCUMENT, file), Leads(archive, DOCUMENT, budget)
    tables, paragraphs = pieces_of(content, budget)
    patch = Patch(content)
    for new in cells.get(_NO_TABLE, ()):
        paragraph = paragraphs[new.row - 1]
        if new.replaces(paragraph_text(paragraph)):
            _put([paragraph], new.text, patch)
    for sheet, wanted in cells.items():
        if sheet == _NO_TABLE:
            continue
        rows = list(children(tables[sheet], "tr"))
        for new in wanted:
            cell = cells_of(rows[new.row - 1])[new.column - 1]
            if cell is None:
                raise ValueError(new)
            if new.replaces(shown(cell)):
                _put(list(children(cell, "p")), new.text, patch)
            if new.leads:
                _lead(cell, leads, new.text, patch)
    return {DOCUMENT: patch.written(), **leads.parts()}


def _put(paragraphs: Sequence[Element], text: str, patch: Patch) -> None:
    old = [
        (paragraph, element)
        for paragraph in paragraphs
        for run in children(paragraph, "r")
        for element in run
        if element.name.removeprefix(W) in ("t", *BREAKS)
    ]
    first = next((at for at in old if at[1].name == W + "t"), None)
    if first is None:
        _put_in_blank(paragraphs, text, patch)
        return
    removed = _emptied(paragraphs[paragraphs.index(first[0]) + 1 :])
    for paragraph in removed:
        patch.remove(paragraph)
    for paragraph, element in old:
        if element is not first[1] and paragraph not in removed:
            patch.remove(element)
    patch.fill(first[1], xml_text(writable(text)), {"xml:space": "preserve"})


def _put_in_blank(paragraphs: Sequence[Element], text: str, patch: Patch) -> None:
    """Put a text where none is; raises ValueError where something else is."""
    runs = [run for paragraph in paragraphs for run in children(paragraph, "r")]
    if not paragraphs or any(part.name != W + "rPr" for run in runs for part in run):
        raise ValueError(text)
    w = patch.tag(paragraphs[0]).prefix.encode()
    shown = b"<%st>%s</%st>" % (w, xml_text(writable(text)), w)
    if runs:
        patch.append(runs[0], shown)
    else:
        patch.append(paragraphs[0], b"<%sr>%s</%sr>" % (w, shown, w))


def _emptied(paragraphs: Sequence[Element]) -> Collection[Element]:
    """Return what stood on lines of its own; what follows a table within the cell has to stay."""
    before = {one: earlier for parent in {one.parent for one in paragraphs} for earlier, one in pairwise(parent or ())}
    shown = (W + "rPr", *(W + tag for tag in ("t", *BREAKS)))

    def holds_more(paragraph: Element) -> bool:
        return any(part.name not in shown for run in paragraph.walk() if run.name == W + "r" for part in run)

    return {one for one in paragraphs if one in before and before[one].name == W + "p" and not holds_more(one)}


def _lead(cell: Element, leads: Leads, text: str, patch: Patch) -> None:
    for link in hyperlinks(cell):
        leads.lead(link, text, patch)
    field = instructions(cell)
    if "HYPERLINK" in "".join(part.text for part in field):
        for number, part in enumerate(field):
            patch.fill(part, b"" if number else xml_text(f' HYPERLINK "{writable(text)}" '))

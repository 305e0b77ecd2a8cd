"""A document with what was found marked in it: cells and lines coloured, with a comment that says what to write.

Source: ECMA-376 part 1, 17.3.1.31 and 17.4.32 (shading), 17.3.1.26 and 17.4.69 (the order of properties).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zipfile import ZipFile

from fanpage_names.reports.colors import COLORS
from fanpage_names.result import CELLS
from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.docx_reading import W, cells_of, children, pieces_of
from fanpage_names.tables.elements import Element, part_of
from fanpage_names.tables.package import DOCUMENT
from fanpage_names.units.model import Severity
from fanpage_names.workbooks.copying import Parts
from fanpage_names.workbooks.document_comments import SPACE, DocumentComments
from fanpage_names.workbooks.marks import RowMark
from fanpage_names.workbooks.patching import Patch

_BEFORE_SHADING = {
    "tc": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"),
    "p": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr",
    ),
}  # fmt: skip


def marked_document(archive: ZipFile, file: str, tables: Iterable[tuple[str | None, Iterable[RowMark]]]) -> Parts:
    """Return the parts of a document that change where it is marked; what an earlier copy marked is replaced.

    Args:
        archive: the document.
        file: the file as it was named on the line.
        tables: the marks of each of its tables, by the table's name; those of the lines outside by None.

    Raises:
        UseError: the document is damaged.
    """
    budget = budget_of(archive, file)
    content = part_of(archive, DOCUMENT, file)
    known, lines = pieces_of(content, budget)
    marking = _Marking(content, DocumentComments(archive, budget))
    for name, marks in tables:
        rows = list(children(known[name], "tr")) if name else []
        for mark in marks:
            marking.mark(mark, cells_of(rows[mark.row - 1]) if name else [lines[mark.row - 1]])
    return marking.parts()


class _Marking:
    """Collects what changes in a document."""

    def __init__(self, content: bytes, comments: DocumentComments) -> None:
        self._content, self._comments, self._patch = content, comments, Patch(content)
        comments.forget(content, self._patch)

    def mark(self, mark: RowMark, pieces: Sequence[Element | None]) -> None:
        """Mark the cells of a row; of a line the only piece is its paragraph."""
        found = {cell.column: cell for cell in mark.cells}
        for column in sorted({mark.columns[kind] for kind in CELLS if kind in mark.columns}):
            piece = pieces[column - 1] if column <= len(pieces) else None
            if piece is None:
                continue
            if cell := found.get(column):
                self._shade(piece, cell.severity)
                self._say(piece, cell.comment)
            elif self._comments.again:
                self._shade(piece, None)

    def parts(self) -> Parts:
        """Return the parts that change."""
        return {DOCUMENT: self._patch.written(), **self._comments.parts()}

    def _shade(self, piece: Element, severity: Severity | None) -> None:
        """Give a piece the colour of a severity; for None take such a colour away."""
        tag = piece.name.removeprefix(W)
        properties = piece.find(f"{W}{tag}Pr")
        there = properties.find(W + "shd") if properties is not None else None
        if severity is None:
            if there is not None and there.get(W + "fill") in COLORS.values():
                self._patch.remove(there)
            return
        shading = _element("shd", f'w:val="clear" w:color="auto" w:fill="{COLORS[severity]}"')
        if there is not None:
            self._patch.replace(there.start, self._patch.end(there), shading)
        elif properties is None:
            inside = b"%s%s%s" % (_element(f"{tag}Pr", alone=False), shading, b"</w:%sPr>" % tag.encode())
            self._put_first(piece, inside)
        else:
            before = [one for one in properties if one.name.removeprefix(W) in _BEFORE_SHADING[tag]]
            if before:
                at = self._patch.end(before[-1])
                self._patch.replace(at, at, shading)
            else:
                self._put_first(properties, shading)

    def _say(self, piece: Element, text: str) -> None:
        paragraphs = [piece] if piece.name == W + "p" else list(children(piece, "p"))
        if not paragraphs:
            return
        before, after = self._comments.add(text)
        first, last = paragraphs[0], paragraphs[-1]
        properties = first.find(W + "pPr")
        if properties is not None:
            at = self._patch.end(properties)
            self._patch.replace(at, at, before)
        elif first is last and self._patch.tag(first).alone:
            after = before + after
        else:
            self._put_first(first, before)
        self._patch.append(last, after)

    def _put_first(self, element: Element, new: bytes) -> None:
        """Put something before all that is in an element."""
        if self._patch.tag(element).alone:
            self._patch.append(element, new)
        else:
            at = self._patch.inside(element)
            self._patch.replace(at, at, new)


def _element(name: str, attributes: str = "", *, alone: bool = True) -> bytes:
    return f'<w:{name} xmlns:w="{SPACE}" {attributes}{"/" if alone else ""}>'.encode()

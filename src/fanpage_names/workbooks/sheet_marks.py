"""A worksheet written again with marks, while it is read: cells coloured, columns added, every other byte as it was.

Source: ECMA-376 part 1, 18.3.1.99 (the order of what a worksheet holds), 18.3.1.13 (col), 18.3.1.73 (row).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import IO, NamedTuple

from fanpage_names.tables.elements import tag_at
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, End, Start, Walk
from fanpage_names.tables.package import MAIN, R_ID, named
from fanpage_names.tables.places import column_letter, column_number, place_of
from fanpage_names.units.model import Severity
from fanpage_names.workbooks.marks import COLUMNS, RowMark
from fanpage_names.workbooks.patching import Tag, read_tag
from fanpage_names.workbooks.styles import Styles
from fanpage_names.workbooks.xlsx_cells import inline_text

_AFTER_MERGERS = (
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing",
)  # fmt: skip
_AFTER_BOXES = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
_ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006 AlternateContent"
_TOP = 2
"""How deep what a worksheet holds stands in it."""


class TableMarks(NamedTuple):
    """What is marked of one table of a sheet.

    Attributes:
        first: the first of the columns that are added.
        model: the column of names, whose cells the added ones look like.
        titles: what stands in the added columns of some rows above the names.
        rows: the marks of the rows, by number.
    """

    first: int
    model: int
    titles: Mapping[int, Sequence[str]]
    rows: Mapping[int, RowMark]

    def cells_in(self, row: int) -> Iterator[_Cell]:
        """Yield the cells of a row to be coloured or added."""
        mark = self.rows.get(row)
        if mark is not None:
            yield from (_Cell(one.column, one.severity, None, 0) for one in mark.cells)
        texts = self.titles.get(row) if mark is None else mark.texts
        for column, text in enumerate(texts or (), self.first):
            last = column == self.first + len(COLUMNS) - 1
            yield _Cell(column, mark.severity if mark is not None and last else None, text, self.model)

    @property
    def widths(self) -> Mapping[int, int]:
        """The widths of the added columns."""
        return {column: width for column, (_, width) in enumerate(COLUMNS, self.first)}


class _Cell(NamedTuple):
    """A cell to be coloured (its text is None), or to be added, alike the one in the column `model` of its row."""

    column: int
    severity: Severity | None
    text: str | None
    model: int


class SheetPlan(NamedTuple):
    """What changes in a worksheet.

    Attributes:
        tables: what is marked in it.
        mergers: the areas of cells to merge.
        drawing: the relationship of the boxes of comments, where the sheet has none yet.
    """

    tables: Sequence[TableMarks]
    mergers: Sequence[str]
    drawing: str | None


class MarkedSheet:
    """Writes a worksheet again with its marks.

    Args:
        stream: the worksheet, in UTF-8.
        plan: what changes.
        styles: the workbook's styles; gets those that are needed.
        budget: what the workbook may ask for.

    Raises:
        UseError: as `Walk`.
        ValueError: a row or column is none.
    """

    def __init__(self, stream: IO[bytes], plan: SheetPlan, styles: Styles, budget: Budget) -> None:
        self._tables, self._mergers, self._drawing = plan
        self._styles = styles
        self._widths = {column: width for table in plan.tables for column, width in table.widths.items()}
        self._source = _Kept(stream)
        self._edits: list[tuple[int, int, bytes]] = []
        self._settled = 0
        self._x, self._office = "", R_ID[0]
        self._number = self._column = 0
        self._pending: list[_Cell] = []
        self._row: tuple[int, bytes] | None = None
        self._replaced: tuple[int, _Cell] | None = None
        self._look: dict[int, int] = {}
        self._cols: tuple[int, list[tuple[Attributes, Tag]]] | None = None
        tops = dict.fromkeys((*_AFTER_MERGERS, "legacyDrawing"), self._begin_later)
        starts: dict[str, Start] = {
            "worksheet": self._begin_sheet,
            "dimension": self._begin_dimension,
            "cols": self._begin_cols,
            "col": self._begin_col,
            "sheetData": self._begin_data,
            "row": self._begin_row,
            "c": self._begin_cell,
            "mergeCells": self._begin_mergers,
            **tops,
            **dict.fromkeys(_AFTER_BOXES, self._begin_last),
        }
        ends: dict[str, End] = {
            "cols": self._end_cols,
            "row": self._end_row,
            "c": self._end_cell,
            "mergeCells": self._end_mergers,
            "worksheet": self._end_sheet,
        }
        more = {_ALTERNATIVES: self._begin_last}
        self._walk = Walk(self._source, budget, {**named(MAIN, starts), **more}, named(MAIN, ends))

    def pieces(self) -> Iterator[bytes]:
        """Yield the worksheet as it is to be."""
        for _ in self._walk:
            yield from self._done(self._settled)
        yield from self._done(self._source.end)

    def _done(self, end: int) -> Iterator[bytes]:
        """Yield what is settled, with its changes, and forget it."""
        kept = self._source
        for start, stop, new in self._edits:
            yield kept.taken(start)
            yield new
            kept.taken(stop)
        self._edits.clear()
        if end > kept.begin:
            yield kept.taken(end)

    def _edit(self, start: int, end: int, new: bytes) -> None:
        self._edits.append((start, end, new))

    def _tag(self) -> tuple[int, bytes, Tag]:
        """Return the place of the tag that is being told of, its bytes, and what it says."""
        at = self._walk.position
        raw = self._source.tag(at)
        return at, raw, read_tag(raw)

    def _begin_sheet(self, _: Attributes) -> None:
        _at, raw, tag = self._tag()
        self._x = tag.prefix
        self._office = R_ID[MAIN[1].encode() in raw]

    def _begin_dimension(self, attributes: Attributes) -> None:
        at, raw, tag = self._tag()
        first, _, last = attributes.get("ref", "").partition(":")
        row, column = place_of(last or first)
        area = f"{first}:{column_letter(max(column, *self._widths))}{row}"
        self._edit(at, at + len(raw), tag.with_attributes({"ref": area}).written(alone=tag.alone))

    def _begin_cols(self, _: Attributes) -> None:
        self._cols = self._walk.position, []

    def _begin_col(self, attributes: Attributes) -> None:
        if self._cols:
            self._cols[1].append((attributes, self._tag()[2]))

    def _end_cols(self) -> None:
        if self._cols:
            start, known = self._cols
            end = self._source.after(start, self._walk.position)
            self._edit(start, end, columns_xml(known, self._widths, self._x))
            self._cols, self._widths = None, {}

    def _begin_data(self, _: Attributes) -> None:
        if self._widths:
            at = self._walk.position
            self._edit(at, at, columns_xml([], self._widths, self._x))

    def _begin_row(self, attributes: Attributes) -> None:
        self._settled = self._walk.position
        self._number = number = int(attributes.get("r") or self._number + 1)
        self._column = 0
        cells = [cell for table in self._tables for cell in table.cells_in(number)]
        self._row = None
        if cells:
            at, raw, tag = self._tag()
            self._row = at, raw
            self._look = {}
            self._pending = sorted(cells, key=lambda cell: cell.column, reverse=True)
            if not tag.alone and "spans" in attributes:
                self._edit(at, at + len(raw), tag.with_attributes({"spans": None}).written(alone=False))

    def _begin_cell(self, attributes: Attributes) -> None:
        if self._row is None:
            return
        place = attributes.get("r")
        self._column = column = column_number(place.rstrip("0123456789")) if place else self._column + 1
        style = int(attributes.get("s", 0))
        self._look[column] = style
        pending = self._pending
        at = self._walk.position
        while pending and pending[-1].column < column:
            self._edit(at, at, self._new_cell(pending.pop()))
        if pending and pending[-1].column == column:
            cell = pending.pop()
            if cell.text is not None:
                self._replaced = at, cell
            elif cell.severity:
                raw = self._source.tag(at)
                tag = read_tag(raw)
                colored = {"s": str(self._styles.colored(style, cell.severity))}
                self._edit(at, at + len(raw), tag.with_attributes(colored).written(alone=tag.alone))

    def _end_cell(self) -> None:
        if self._replaced:
            start, cell = self._replaced
            self._edit(start, self._source.after(start, self._walk.position), self._new_cell(cell))
            self._replaced = None

    def _end_row(self) -> None:
        if self._row is None:
            return
        at, raw = self._row
        cells = b"".join(self._new_cell(cell) for cell in reversed(self._pending))
        tag = read_tag(raw)
        if tag.alone:
            whole = tag.with_attributes({"spans": None}).written(alone=False)
            self._edit(at, at + len(raw), b"%s%s</%s>" % (whole, cells, tag.name))
        elif cells:
            end = self._walk.position
            self._edit(end, end, cells)
        self._row = None

    def _new_cell(self, cell: _Cell) -> bytes:
        style = self._look.get(cell.model, 0)
        if cell.text is not None:
            look = self._styles.like(style, cell.severity)
        else:
            look = self._styles.colored(0, cell.severity or "warning")
        x, place = self._x.encode(), f"{column_letter(cell.column)}{self._number}".encode()
        if not cell.text:
            return b'<%sc r="%s" s="%d"/>' % (x, place, look)
        return b'<%sc r="%s" s="%d" t="inlineStr">%s</%sc>' % (x, place, look, inline_text(cell.text, self._x), x)

    def _begin_mergers(self, attributes: Attributes) -> None:
        at, raw, tag = self._tag()
        if self._mergers and not tag.alone:
            count = int(attributes.get("count", 0)) + len(self._mergers)
            changes = {"count": str(count) if "count" in attributes else None}
            self._edit(at, at + len(raw), tag.with_attributes(changes).written(alone=False))

    def _end_mergers(self) -> None:
        end = self._walk.position
        if self._source.begins(end, b"</"):
            self._edit(end, end, self._new_mergers())
            self._mergers = ()

    def _new_mergers(self) -> bytes:
        return "".join(f'<{self._x}mergeCell ref="{area}"/>' for area in self._mergers).encode()

    def _begin_later(self, _: Attributes) -> None:
        if self._walk.depth == _TOP:
            self._put_mergers()

    def _begin_last(self, _: Attributes) -> None:
        if self._walk.depth == _TOP:
            self._put_mergers()
            self._put_drawing()

    def _end_sheet(self) -> None:
        self._put_mergers()
        self._put_drawing()

    def _put_mergers(self) -> None:
        """Put merged cells before the first thing that stands behind them."""
        if self._mergers:
            at, x = self._walk.position, self._x.encode()
            whole = b'<%smergeCells count="%d">%s</%smergeCells>'
            self._edit(at, at, whole % (x, len(self._mergers), self._new_mergers(), x))
            self._mergers = ()

    def _put_drawing(self) -> None:
        """Put the boxes of comments before the first thing that stands behind them."""
        if self._drawing:
            at, space = self._walk.position, self._office.rpartition(" ")[0]
            self._edit(at, at, f'<{self._x}legacyDrawing xmlns:r="{space}" r:id="{self._drawing}"/>'.encode())
            self._drawing = None


def columns_xml(known: Sequence[tuple[Attributes, Tag]], widths: Mapping[int, int], x: str) -> bytes:
    """Return the records of a sheet's columns, cut where some columns get widths of their own.

    Excel takes a sheet whose records overlap for damaged.

    Args:
        known: the records that are there.
        widths: the widths of the columns that are added.
        x: what names of elements begin with.
    """
    empty = Tag(f"{x}col".encode(), {}, alone=True)
    pieces: dict[int, tuple[int, Tag]] = {}
    own: dict[int, Tag] = dict.fromkeys(widths, empty)
    for attributes, tag in known:
        start, end = int(attributes["min"]), int(attributes["max"])
        inside = sorted(column for column in widths if start <= column <= end)
        own.update(dict.fromkeys(inside, tag))
        edges = [start - 1, *inside, end + 1]
        pieces.update({low + 1: (high - 1, tag) for low, high in pairwise(edges) if low + 1 < high})
    for column, tag in own.items():
        width = {"width": str(widths[column]), "customWidth": "1"}
        pieces[column] = column, tag.with_attributes(width)
    records = (
        tag.with_attributes({"min": str(start), "max": str(end)}).written(alone=True)
        for start, (end, tag) in sorted(pieces.items())
    )
    return b"<%scols>%s</%scols>" % (x.encode(), b"".join(records), x.encode())


class _Kept:
    """A stream that keeps what was read from it until it is taken."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._content = bytearray()
        self.begin = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._content += piece
        return piece

    @property
    def end(self) -> int:
        return self.begin + len(self._content)

    def tag(self, at: int) -> bytes:
        return tag_at(self._content, at - self.begin)

    def begins(self, at: int, what: bytes) -> bool:
        return self._content.startswith(what, at - self.begin)

    def after(self, start: int, close: int) -> int:
        """Return where an element ends that begins at `start`, and whose end is told of at `close`."""
        first = self.tag(start)
        return start + len(first) if first.endswith(b"/>") else close + len(self.tag(close))

    def taken(self, end: int) -> bytes:
        piece = bytes(self._content[: end - self.begin])
        del self._content[: end - self.begin]
        self.begin = end
        return piece

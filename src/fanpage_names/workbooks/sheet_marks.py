"""A worksheet written again with marks, while it is read: cells coloured, columns added, every other byte as it was.

Source: ECMA-376 part 1, 18.3.1.99 (the order of what a worksheet holds), 18.3.1.13 (col), 18.3.1.73 (row).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, End, Start, Walk
from fanpage_names.tables.package import MAIN, R_ID, named
from fanpage_names.tables.places import column_letter, column_number, place_of
from fanpage_names.workbooks.patching import Tag, read_tag
from fanpage_names.workbooks.rewriting import Rewriting
from fanpage_names.workbooks.sheet_columns import columns_xml
from fanpage_names.workbooks.sheet_plan import CellPlan, SheetPlan
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

_LINE_HEIGHT, _HIGHEST = 15, 405
"""In points; Excel has no higher rows."""


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
        self._source = Rewriting(stream)
        self._settled = 0
        self._x, self._office = "", R_ID[0]
        self._number = self._column = 0
        self._pending: list[CellPlan] = []
        self._row: Tag | None = None
        self._replaced: tuple[int, CellPlan] | None = None
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
            yield from self._source.written(self._settled)
        yield from self._source.written(self._source.end)

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
        self._source.edit(at, at + len(raw), tag.with_attributes({"ref": area}).written(alone=tag.alone))

    def _begin_cols(self, _: Attributes) -> None:
        self._cols = self._walk.position, []

    def _begin_col(self, attributes: Attributes) -> None:
        if self._cols:
            self._cols[1].append((attributes, self._tag()[2]))

    def _end_cols(self) -> None:
        if self._cols:
            start, known = self._cols
            end = self._source.after(start, self._walk.position)
            self._source.edit(start, end, columns_xml(known, self._widths, self._x))
            self._cols, self._widths = None, {}

    def _begin_data(self, _: Attributes) -> None:
        if self._widths:
            at = self._walk.position
            self._source.edit(at, at, columns_xml([], self._widths, self._x))

    def _begin_row(self, attributes: Attributes) -> None:
        self._settled = self._walk.position
        self._number = number = int(attributes.get("r") or self._number + 1)
        self._column = 0
        cells = [cell for table in self._tables for cell in table.cells_in(number)]
        self._row = None
        if cells:
            at, raw, tag = self._tag()
            self._row = tag
            changes = {"spans": None, **self._height(attributes)}
            self._look = {}
            self._pending = sorted(cells, key=lambda cell: cell.column, reverse=True)
            if tag.alone or "ht" in changes or "spans" in attributes:
                self._source.edit(at, at + len(raw), tag.with_attributes(changes).written(alone=False))

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
            self._source.edit(at, at, self._new_cell(pending.pop()))
        if pending and pending[-1].column == column:
            cell = pending.pop()
            if cell.text is not None:
                self._replaced = at, cell
            elif (colored := self._styles.colored(style, cell.severity)) != style:
                raw = self._source.tag(at)
                tag = read_tag(raw)
                self._source.edit(at, at + len(raw), tag.with_attributes({"s": str(colored)}).written(alone=tag.alone))

    def _end_cell(self) -> None:
        if self._replaced:
            start, cell = self._replaced
            self._source.edit(start, self._source.after(start, self._walk.position), self._new_cell(cell))
            self._replaced = None

    def _end_row(self) -> None:
        if self._row is None:
            return
        cells = b"".join(self._new_cell(cell) for cell in reversed(self._pending))
        if self._row.alone:
            cells += b"</%s>" % self._row.name
        if cells:
            end = self._walk.position
            self._source.edit(end, end, cells)
        self._row = None

    def _height(self, attributes: Attributes) -> dict[str, str | None]:
        """Return what changes of a row's height, so that all lines of what is added can be read."""
        lines = max(table.lines_in(self._number) for table in self._tables)
        needed = min(lines * _LINE_HEIGHT, _HIGHEST)
        return {"ht": str(needed)} if lines > 1 and float(attributes.get("ht", 0)) < needed else {}

    def _new_cell(self, cell: CellPlan) -> bytes:
        style = self._look.get(cell.model, 0)
        if cell.text is not None:
            look = self._styles.like(style, cell.severity)
        elif cell.severity is not None:
            look = self._styles.colored(0, cell.severity)
        else:
            return b""
        x, place = self._x.encode(), f"{column_letter(cell.column)}{self._number}".encode()
        if not cell.text:
            return b'<%sc r="%s" s="%d"/>' % (x, place, look)
        return b'<%sc r="%s" s="%d" t="inlineStr">%s</%sc>' % (x, place, look, inline_text(cell.text, self._x), x)

    def _begin_mergers(self, attributes: Attributes) -> None:
        at, raw, tag = self._tag()
        if self._mergers and not tag.alone:
            count = int(attributes.get("count", 0)) + len(self._mergers)
            changes = {"count": str(count) if "count" in attributes else None}
            self._source.edit(at, at + len(raw), tag.with_attributes(changes).written(alone=False))

    def _end_mergers(self) -> None:
        end = self._walk.position
        if self._source.begins(end, b"</"):
            self._source.edit(end, end, self._new_mergers())
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
            self._source.edit(at, at, whole % (x, len(self._mergers), self._new_mergers(), x))
            self._mergers = ()

    def _put_drawing(self) -> None:
        """Put the boxes of comments before the first thing that stands behind them."""
        if self._drawing:
            at, space = self._walk.position, self._office.rpartition(" ")[0]
            self._source.edit(at, at, f'<{self._x}legacyDrawing xmlns:r="{space}" r:id="{self._drawing}"/>'.encode())
            self._drawing = None

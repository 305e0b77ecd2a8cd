"""A workbook with what was found marked in it: which of its parts change, and which are new.

Source: ECMA-376 part 1, 12.3 (the parts of a workbook), 18.2.19 (sheet).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.languages import known
from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.elements import elements, is_utf_8, part_of
from fanpage_names.tables.faults import unwritable
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import SheetLayout
from fanpage_names.tables.limits import MOST_COLUMNS
from fanpage_names.tables.package import MAIN, WORKBOOK, Sheet, part_of_kind, relationship_of, relationships, worksheets
from fanpage_names.tables.places import column_letter
from fanpage_names.workbooks.comments import EMPTY_COMMENTS, EMPTY_DRAWING, Comments
from fanpage_names.workbooks.content_types import TYPES, ContentTypes
from fanpage_names.workbooks.copying import Parts
from fanpage_names.workbooks.leads import Leads
from fanpage_names.workbooks.marks import COLUMNS, RowMark
from fanpage_names.workbooks.patching import Patch
from fanpage_names.workbooks.sheet_marks import MarkedSheet
from fanpage_names.workbooks.sheet_plan import SheetPlan, TableMarks
from fanpage_names.workbooks.sheet_scan import Extent, extent_of
from fanpage_names.workbooks.styles import EMPTY, Styles
from fanpage_names.workbooks.summing_up import TITLE, TableSummary, summary_sheet

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_WITH_MACROS, _PLAIN = "application/vnd.ms-excel.sheet.macroEnabled.main+xml", f"{_KIND}sheet.main+xml"
_TABS = [f"{space} sheets" for space in MAIN]


class MarkedTable(NamedTuple):
    """A table that was checked: where its columns are, its marks, and what its names come to."""

    layout: SheetLayout
    rows: Sequence[RowMark]
    tally: TableSummary


class MarkedBook:
    """Finds out what changes in a workbook.

    Args:
        archive: the workbook; it must stay open until all parts are written.
        file: the file as it was named on the line.
        options: the language of what is written, and what stands first and last where it is summed up.

    Raises:
        UseError: the workbook cannot be written again.
    """

    def __init__(self, archive: ZipFile, file: str, options: Options) -> None:
        self._archive, self._file, self._options, self._lang = archive, file, options, options.lang
        self._budget = budget = budget_of(archive, file)
        self._sheets = {sheet.name: sheet for sheet in worksheets(archive, budget)}
        self._types = ContentTypes(archive, budget)
        self._leads = Leads(archive, WORKBOOK, budget)
        self._styles_part = part_of_kind(archive, WORKBOOK, "/styles", budget) or self._new_styles()
        styles = part_of(archive, self._styles_part, file) if self._styles_part in archive.namelist() else EMPTY
        self._styles = Styles(styles, budget)
        self._parts: dict[str, bytes | Iterable[bytes] | None] = {}

    def parts(self, tables: Sequence[MarkedTable], name: str) -> Parts:
        """Return the parts that change.

        Args:
            tables: what is marked.
            name: the file's name, for the sheet that sums up.
        """
        by_sheet: dict[str, list[MarkedTable]] = {}
        for table in tables:
            by_sheet.setdefault(table.layout.sheet or "", []).append(table)
        if not by_sheet.keys() <= self._sheets.keys():
            raise unwritable(self._file)
        for sheet, marked in by_sheet.items():
            self._mark(self._sheets[sheet], marked)
        self._sum_up([table.tally for table in tables], name)
        self._leave_macros()
        changed = {**self._leads.parts(), TYPES: self._types.written()}
        return {**self._parts, **changed, self._styles_part: self._late_styles()}

    def _late_styles(self) -> Iterator[bytes]:
        """Give the styles when the sheets that use them are written."""
        yield self._styles.written()

    def _new_styles(self) -> str:
        self._leads.add("/styles", "xl/styles.xml")
        self._types.set("xl/styles.xml", f"{_KIND}styles+xml")
        return "xl/styles.xml"

    def _mark(self, sheet: Sheet, tables: Sequence[MarkedTable]) -> None:
        extent = extent_of(self._archive, sheet.part, self._budget)
        mergers, marks = list[str](), list[TableMarks]()
        for layout, rows in _side_by_side(tables):
            header, by_row = layout.header_rows, {mark.row: mark for mark in rows}
            titles = {row: [""] * len(COLUMNS) for row in header}
            titles |= {row: [title.in_lang(self._lang) for title, _ in COLUMNS] for row in header[:1]}
            beside = [one.first for one in marks if not one.rows.keys().isdisjoint({*by_row, *header})]
            known = next((at for at in _marked_before(layout) if at not in beside), None)
            last = max(len(layout.titles), *layout.columns.values())
            room = extent.room_for(len(COLUMNS), last)
            first = known or max((at + len(COLUMNS) for at in beside), default=room)
            if first + len(COLUMNS) > MOST_COLUMNS + 1:
                raise unwritable(self._file)
            marks.append(TableMarks(first, rows[0].name, titles, by_row, known is not None))
            if len(header) > 1 and not known:
                letters = map(column_letter, range(first, first + len(COLUMNS)))
                mergers += [f"{letter}{header[0]}:{letter}{header[-1]}" for letter in letters]
        if not marks:
            return
        drawing = self._comment(sheet, extent, tables)
        self._parts[sheet.part] = self._sheet_pieces(sheet.part, SheetPlan(marks, mergers, drawing))

    def _sheet_pieces(self, part: str, plan: SheetPlan) -> Iterator[bytes]:
        whole = None if is_utf_8(self._archive, part) else io.BytesIO(part_of(self._archive, part, self._file))
        with whole or self._archive.open(part) as stream:
            yield from MarkedSheet(stream, plan, self._styles, self._budget).pieces()

    def _comment(self, sheet: Sheet, extent: Extent, tables: Sequence[MarkedTable]) -> str | None:
        """Say what is wrong in comments; return the relationship of their boxes where the sheet has none yet."""
        said = [
            (f"{column_letter(cell.column)}{mark.row}", cell.comment)
            for table in tables
            for mark in table.rows
            for cell in mark.cells
            if (mark.row, cell.column) not in extent.hidden
        ]
        archive, leads = self._archive, Leads(self._archive, sheet.part, self._budget)
        there = relationships(archive, sheet.part, self._budget)
        texts = next((to.target for to in there.values() if to.kind == "/comments"), None)
        if not said and texts is None:
            return None
        boxes = there[extent.drawing].target if extent.drawing else None
        comments = Comments(
            part_of(archive, texts, self._file) if texts else EMPTY_COMMENTS,
            archive.read(boxes) if boxes else EMPTY_DRAWING,
            self._budget,
            self._lang,
        )
        for place, text in said:
            comments.add(place, text)
        if texts is None:
            texts = self._free("xl/comments{}.xml")
            leads.add("/comments", texts)
            self._types.set(texts, f"{_KIND}comments+xml")
        self._parts[texts] = comments.texts()
        if not said:
            return None
        drawing = None
        if boxes is None:
            boxes = self._free("xl/drawings/vmlDrawing{}.vml")
            drawing = leads.add("/vmlDrawing", boxes)
            self._types.set_ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
        self._parts |= {boxes: comments.boxes(), **leads.parts()}
        return drawing

    def _free(self, pattern: str) -> str:
        """Return a name that no part has."""
        taken = {*self._archive.namelist(), *self._parts}
        return next(name for name in map(pattern.format, count(1)) if name not in taken)

    def _sum_up(self, tallies: Sequence[TableSummary], name: str) -> None:
        """Put the sheet that sums up at the end, or in the place of one of an earlier copy."""
        content = part_of(self._archive, WORKBOOK, self._file)
        (tabs,) = elements(content, lambda name, _: name in _TABS, self._budget)
        space = tabs.name.rpartition(" ")[0]
        summed = summary_sheet(tallies, name, self._styles, space, self._options)
        titles = [TITLE.in_lang(lang) for lang in known()]
        earlier = next((sheet for title, sheet in self._sheets.items() if title in titles), None)
        if earlier is not None:
            self._parts[earlier.part] = summed
            return
        part = self._free("xl/worksheets/sheet{}.xml")
        number = self._leads.add("/worksheet", part)
        self._types.set(part, f"{_KIND}worksheet+xml")
        self._parts[part] = summed
        patch = Patch(content)
        model, *_ = tabs
        tag = patch.tag(model)
        lead = tag.attribute_of(relationship_of(model.attributes))
        highest = max(int(one.get("sheetId", "0")) for one in tabs)
        new = {"name": TITLE.in_lang(self._lang), "sheetId": str(highest + 1), lead: number, "state": None}
        patch.append(tabs, tag.with_attributes(new).written(alone=True))
        self._parts[WORKBOOK] = patch.written()

    def _leave_macros(self) -> None:
        """Make a plain workbook of one with macros: Excel opens no other under the name of one."""
        if self._types.of(WORKBOOK) in (_WITH_MACROS, _PLAIN.replace("sheet", "template")):
            self._types.set(WORKBOOK, _PLAIN)
        for number, to in relationships(self._archive, WORKBOOK, self._budget).items():
            if to.kind == "/vbaProject":
                self._leads.remove(number)
                self._types.remove(to.target)
                self._parts[to.target] = None


def _side_by_side(tables: Iterable[MarkedTable]) -> Iterator[tuple[SheetLayout, Sequence[RowMark]]]:
    """Yield the tables of a sheet, those that stand side by side and were read as one apart."""
    for layout, rows, _ in tables:
        by_name: dict[int, list[RowMark]] = {}
        for mark in rows:
            by_name.setdefault(mark.name, []).append(mark)
        for name in sorted(by_name):
            yield layout, by_name[name]


def _marked_before(layout: SheetLayout) -> Iterator[int]:
    """Yield where columns begin that an earlier marked copy has at a table's right."""
    if layout.marks and not layout.header_rows:
        yield layout.marks
    titles = [tuple(title.in_lang(lang) for title, _ in COLUMNS) for lang in ("vi", "en")]
    for at in range(len(layout.titles) - len(COLUMNS) + 1):
        if layout.titles[at : at + len(COLUMNS)] in titles:
            yield at + 1

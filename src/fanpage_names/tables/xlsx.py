"""Reading the sheets of xlsx workbooks, row by row, in steady memory.

What is counted against the file's budget is what is read here, cell by cell: no other program's idea of the same XML
stands between the guard and the reader.

Source: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.73 (row), 18.3.1.96 (v), 18.18.11 (ST_CellType).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.faults import damaged
from fanpage_names.tables.formula_links import LinkFormula, link_cells, link_formula
from fanpage_names.tables.grid import Record
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, End, Start, walk
from fanpage_names.tables.package import MAIN, WORKBOOK, named, part_of_kind
from fanpage_names.tables.places import column_number
from fanpage_names.tables.xlsx_values import date_styles, from_iso, from_serial, is_from_1904, shared_strings, unescaped


class Values(NamedTuple):
    """What the cells of a workbook's sheets refer to.

    Attributes:
        strings: the shared texts.
        dates: the styles whose numbers are dates.
        from_1904: whether days are counted from 1904.
    """

    strings: Sequence[str]
    dates: frozenset[str]
    from_1904: bool


def values_of(archive: ZipFile, budget: Budget) -> Values:
    """Return what a workbook's cells refer to.

    Raises:
        UseError: as `markup.walk`.
    """
    strings = part_of_kind(archive, WORKBOOK, "/sharedStrings", budget)
    styles = part_of_kind(archive, WORKBOOK, "/styles", budget)
    return Values(
        shared_strings(archive, strings, budget) if strings else (),
        date_styles(archive, styles, budget) if styles else frozenset(),
        is_from_1904(archive, budget),
    )


def sheet_records(archive: ZipFile, part: str, values: Values, budget: Budget) -> Iterator[Record]:
    """Yield the rows of a worksheet, the cells from column A on; of rows left out between two one is yielded, blank.

    Raises:
        UseError: as `markup.walk`; or a cell is where no cell can be, holds what it cannot hold, or is too far away.
    """
    sheet = _Sheet(values, budget)
    reading = walk(archive, part, budget, starts=sheet.starts, ends=sheet.ends, text=sheet.pieces.append)
    for _ in reading:
        yield from sheet.rows
        sheet.rows.clear()
    if not sheet.seen:
        raise damaged(budget.file)


class _Sheet:
    """Takes the elements of a worksheet and makes rows of them."""

    def __init__(self, values: Values, budget: Budget) -> None:
        self.rows: list[Record] = []
        self.pieces: list[str] = []
        self.seen = False
        self._values, self._budget = values, budget
        self._strings, self._dates = values.strings, values.dates
        self._number = self._last = self._column = self._filled = self._characters = 0
        self._numbered = self._phonetic = False
        self._row: list[object] = []
        self._kind: str | None = None
        self._style: str | None = None
        self._value, self._shared_by = "", ""
        self._formulas: dict[int, LinkFormula] = {}
        self._shared_formulas: dict[str, LinkFormula] = {}
        self._texts: list[str] = []
        self._columns: dict[str, int] = {}
        starts: Mapping[str, Start] = {
            "worksheet": self._begin,
            "row": self._begin_row,
            "c": self._begin_cell,
            "f": self._begin_formula,
            "v": self._begin_text,
            "t": self._begin_text,
            "rPh": self._begin_phonetic,
        }
        ends: Mapping[str, End] = {
            "row": self._end_row,
            "c": self._end_cell,
            "f": self._end_formula,
            "v": self._end_value,
            "t": self._end_text,
            "rPh": self._end_phonetic,
        }
        self.starts, self.ends = named(MAIN, starts), named(MAIN, ends)

    def _begin(self, _: Attributes) -> None:
        self.seen = True

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self._numbered = number is not None
        self._number = self._number + 1 if number is None else int(number)
        self._column = self._filled = self._characters = 0
        self._row = []
        self._formulas = {}

    def _begin_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            if not self._numbered:
                self._number, self._numbered = int(place[len(letters) :]), True
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = column_number(letters)
            self._column = column
        else:
            self._column += 1
        self._kind, self._style, self._value = attributes.get("t"), attributes.get("s"), ""
        self._texts.clear()

    def _begin_text(self, _: Attributes) -> None:
        self.pieces.clear()

    def _begin_formula(self, attributes: Attributes) -> None:
        self.pieces.clear()
        self._shared_by = attributes.get("si", "") if attributes.get("t") == "shared" else ""

    def _end_formula(self) -> None:
        at, shared = self._column - 1, self._shared_by
        formula = link_formula("".join(self.pieces), self._number, self._column)
        if formula and shared:
            self._shared_formulas[shared] = formula
        if formula := formula or self._shared_formulas.get(shared):
            self._formulas[at] = formula

    def _end_value(self) -> None:
        self._value = "".join(self.pieces)

    def _end_text(self) -> None:
        if not self._phonetic:
            self._texts += self.pieces

    def _begin_phonetic(self, _: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _end_cell(self) -> None:
        value = self._content()
        if value == "":
            return
        row = self._row
        gap = self._column - 1 - len(row)
        if gap < 0:
            row[self._column - 1] = value
        else:
            if gap:
                row.extend([""] * gap)
            row.append(value)
        self._filled += 1

    def _content(self) -> object:
        kind, value = self._kind, self._value
        if kind == "inlineStr":
            return unescaped("".join(self._texts))
        if not value or kind == "e":
            return ""
        if kind == "s":
            return self._shared(int(value))
        if kind is None or kind == "n":
            return from_serial(float(value), self._values.from_1904) if self._style in self._dates else float(value)
        if kind == "b":
            return value.strip() == "1"
        return from_iso(value) if kind == "d" else unescaped(value)

    def _shared(self, number: int) -> str:
        if number < 0:
            raise ValueError(number)
        text = self._strings[number]
        self._characters += len(text)
        return text

    def _end_row(self) -> None:
        if not self._filled:
            return
        number, last = self._number, self._last
        if number <= last:
            raise damaged(self._budget.file)
        self._budget.row(number, self._filled, len(self._row), self._characters)
        if self._formulas:
            link_cells(self._row, number, self._formulas)
        if number > last + 1:
            self.rows.append((last + 1, ()))
        self.rows.append((number, self._row))
        self._last = number

"""Reading the sheets of ods workbooks, row by row.

Source: OpenDocument 1.3 part 3, 9.1 (tables), 19.678 and 19.681 (one cell, one row may stand for many), 19.385
(office:value-type), 6.1.3 (text:s), 19.729 (table:display).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.faults import too_big
from fanpage_names.tables.formula_links import LinkFormula, link_cells, link_formula
from fanpage_names.tables.grid import Linked, Record
from fanpage_names.tables.limits import MOST_COLUMNS, Budget
from fanpage_names.tables.markup import Attributes, End, Start, read_through, walk
from fanpage_names.tables.package import CONTENT
from fanpage_names.tables.xlsx_values import from_iso

OFFICE, TABLE, TEXT, STYLE, DRAW = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0 " for name in ("office", "table", "text", "style", "drawing")
)
_HREF = "http://www.w3.org/1999/xlink href"
ROWS, COLUMNS = TABLE + "number-rows-repeated", TABLE + "number-columns-repeated"
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
NO_SHEETS = (TABLE + "dde-links", TABLE + "tracked-changes")
ASIDE = (*NO_SHEETS, OFFICE + "annotation", TABLE + "shapes", DRAW + "frame", TEXT + "note", TEXT + "ruby-text")
"""What hangs on a cell or a sheet and is no part of its text."""

_MOST_SPACES = 32_767


class OdsSheet(NamedTuple):
    """A sheet by its name, and whether its tab is shown."""

    name: str
    visible: bool


def ods_sheets(archive: ZipFile, budget: Budget) -> Sequence[OdsSheet]:
    """Return the sheets of a workbook in their order.

    Raises:
        UseError: as `markup.walk`.
    """
    sheets: list[OdsSheet] = []
    hidden: set[str] = set()
    style = ""
    depth = 0

    def begin_style(attributes: Attributes) -> None:
        nonlocal style
        style = attributes.get(STYLE + "name", "")

    def properties(attributes: Attributes) -> None:
        if attributes.get(TABLE + "display") == "false":
            hidden.add(style)

    def begin_table(attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth == 1:
            visible = attributes.get(TABLE + "style-name", "") not in hidden
            sheets.append(OdsSheet(attributes.get(TABLE + "name", ""), visible))

    def deeper(by: int) -> None:
        nonlocal depth
        depth += by

    starts: dict[str, Start] = {
        STYLE + "style": begin_style,
        STYLE + "table-properties": properties,
        TABLE + "table": begin_table,
    }
    ends: dict[str, End] = {TABLE + "table": lambda: deeper(-1)}
    starts |= dict.fromkeys(NO_SHEETS, lambda _: deeper(1))
    ends |= dict.fromkeys(NO_SHEETS, lambda: deeper(-1))
    read_through(archive, CONTENT, budget, starts, ends)
    return sheets


def ods_records(archive: ZipFile, budget: Budget) -> Iterator[tuple[int, Iterator[Record]]]:
    """Yield the sheets that have a cell with something in it: each one's index, and its rows as `xlsx.sheet_records`.

    The rows of one sheet are gone when the next is asked for.

    Raises:
        UseError: as `markup.walk`; or there is more than can be laid out.
    """
    for index, rows in groupby(_rows(archive, budget), itemgetter(0)):
        yield index, (record for _, record in rows)


def _rows(archive: ZipFile, budget: Budget) -> Iterator[tuple[int, Record]]:
    content = _Content(budget)
    for _ in walk(archive, CONTENT, budget, starts=content.starts, ends=content.ends, text=content.text):
        for first, count, index, cells in content.rows:
            yield from ((index, (number, cells)) for number in range(first, first + count))
        content.rows.clear()


class _Content:
    """Takes the elements of a workbook's content and makes rows of them."""

    def __init__(self, budget: Budget) -> None:
        self.rows: list[tuple[int, int, int, Sequence[object]]] = []
        self._budget = budget
        self._index, self._depth, self._aside = -1, 0, 0
        self._number = self._last = self._column = self._filled = self._spaces = self._characters = 0
        self._repeated = 1
        self._row: list[object] = []
        self._formulas: dict[int, LinkFormula] = {}
        self._cell: Attributes = {}
        self._address = ""
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self.starts: Mapping[str, Start] = {
            TABLE + "table": self._begin_table,
            TABLE + "table-row": self._begin_row,
            **dict.fromkeys(CELLS, self._begin_cell),
            **dict.fromkeys((TEXT + "p", TEXT + "h"), self._begin_paragraph),
            **dict.fromkeys(ASIDE, self._begin_aside),
            TEXT + "a": self._begin_link,
            TEXT + "s": self._put_spaces,
            TEXT + "tab": lambda _: self.text("\t"),
            TEXT + "line-break": lambda _: self.text("\n"),
        }
        self.ends: Mapping[str, End] = {
            TABLE + "table": self._end_table,
            TABLE + "table-row": self._end_row,
            **dict.fromkeys(CELLS, self._end_cell),
            **dict.fromkeys((TEXT + "p", TEXT + "h"), self._end_paragraph),
            **dict.fromkeys(ASIDE, self._end_aside),
        }

    @property
    def _counts(self) -> bool:
        """Whether this is the inside of a sheet, and not of a table in one of its cells."""
        return self._depth == 1 and not self._aside

    def text(self, piece: str) -> None:
        if self._counts:
            self._pieces.append(piece)

    def _begin_table(self, _: Attributes) -> None:
        if not self._aside:
            self._depth += 1
            if self._depth == 1:
                self._index += 1
                self._number = self._last = 0

    def _end_table(self) -> None:
        if not self._aside:
            self._depth -= 1

    def _begin_row(self, attributes: Attributes) -> None:
        if self._counts:
            self._repeated = int(attributes.get(ROWS, 1))
            self._column = self._filled = self._spaces = self._characters = 0
            self._row = []
            self._formulas = {}

    def _begin_cell(self, attributes: Attributes) -> None:
        if self._counts:
            self._cell = attributes
            self._address = ""
            self._paragraphs = []

    def _begin_paragraph(self, _: Attributes) -> None:
        if self._counts:
            self._pieces.clear()

    def _begin_link(self, attributes: Attributes) -> None:
        if self._counts:
            self._address = self._address or attributes.get(_HREF, "")

    def _put_spaces(self, attributes: Attributes) -> None:
        count = int(attributes.get(TEXT + "c", 1))
        self._spaces += count
        if self._spaces > _MOST_SPACES:
            raise too_big(self._budget.file)
        self.text(" " * count)

    def _end_paragraph(self) -> None:
        if self._counts:
            self._paragraphs.append("".join(self._pieces))

    def _begin_aside(self, _: Attributes) -> None:
        self._aside += 1

    def _end_aside(self) -> None:
        self._aside -= 1

    def _end_cell(self) -> None:
        if not self._counts:
            return
        count = int(self._cell.get(COLUMNS, 1))
        if count < 1:
            raise ValueError(count)
        value = self._content()
        if value != "":
            gap = self._column - len(self._row)
            if self._column + count > MOST_COLUMNS:
                raise too_big(self._budget.file)
            self._row += [""] * gap + [value] * count
            self._characters += len(value) * count if isinstance(value, str) else 0
            self._filled += 1
            if formula := link_formula(self._cell.get(TABLE + "formula", ""), self._number + 1, self._column + 1):
                self._formulas[self._column] = formula
        self._column += count

    def _content(self) -> object:
        cell = self._cell
        kind = cell.get(OFFICE + "value-type")
        if kind in ("float", "percentage", "currency"):
            return float(cell[OFFICE + "value"])
        if kind == "date":
            return from_iso(cell[OFFICE + "date-value"])
        if kind == "boolean":
            return cell.get(OFFICE + "boolean-value") == "true"
        text = "\n".join(self._paragraphs) or cell.get(OFFICE + "string-value", "")
        if self._address and text:
            return Linked(text, self._address)
        return text

    def _end_row(self) -> None:
        if not self._counts:
            return
        if self._repeated < 1:
            raise ValueError(self._repeated)
        first, self._number = self._number + 1, self._number + self._repeated
        if self._filled:
            self._budget.row(self._number, self._filled, len(self._row), self._characters, self._repeated)
            link_cells(self._row, first, self._formulas)
            if first > self._last + 1:
                self.rows.append((self._last + 1, 1, self._index, ()))
            self.rows.append((first, self._repeated, self._index, self._row))
            self._last = self._number

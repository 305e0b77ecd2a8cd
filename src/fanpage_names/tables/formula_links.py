"""Where a cell leads to by its formula: `=HYPERLINK("https://…","Trang")`, `=HYPERLINK(D5,"Trang")`.

Nothing is computed: texts and cells of the same row, joined by "&", are what such addresses are made of.

Source: ECMA-376 part 1, 18.17.7.145 (HYPERLINK), 18.3.1.40 (formulas that cells share); OpenDocument 1.3 part 4, 6.18.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fanpage_names.tables.grid import Linked, cell_text
from fanpage_names.tables.places import column_number

_TERM = r'"(?:[^"]|"")*"|\[?\.?\$?[A-Z]{1,3}\$?\d{1,7}\]?'
_CALL = re.compile(rf"(?:of:)?[=\s]*HYPERLINK\(\s*((?:{_TERM})(?:\s*&\s*(?:{_TERM}))*)\s*[,;)]", re.IGNORECASE)
_TERMS = re.compile(r'"((?:[^"]|"")*)"|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})', re.IGNORECASE)
_LONGEST_FORMULA, _LONGEST_ADDRESS = 8192, 2083
"""Source: Microsoft, "Excel specifications and limits", HYPERLINK."""


class LinkFormula(NamedTuple):
    """A formula that makes its cell lead somewhere.

    Attributes:
        row: of the cell that it is written in; others may share it.
        column: likewise.
        address: what makes the address.
    """

    row: int
    column: int
    address: str

    def linked(self, row: int, cells: Sequence[object], at: int) -> object:
        """Return a cell of the row, with the address that the formula gives it there; as it is where it gives none.

        Args:
            row: the row's number.
            cells: its cells from column A on.
            at: the cell's index among them.
        """
        address = ""
        for text, column_stays, letters, row_stays, number in _TERMS.findall(self.address):
            if not letters:
                address += text.replace('""', '"')
                continue
            column = _number(letters) + (0 if column_stays else at + 1 - self.column)
            if int(number) + (0 if row_stays else row - self.row) != row or not 0 < column <= len(cells):
                return cells[at]
            address += cell_text(cells[column - 1])[: _LONGEST_ADDRESS + 1]
        return Linked(cell_text(cells[at]), address) if 0 < len(address) <= _LONGEST_ADDRESS else cells[at]


def link_formula(formula: str, row: int, column: int) -> LinkFormula | None:
    """Return what a cell's formula says of where the cell leads to; None where it says nothing."""
    found = _CALL.match(formula, 0, _LONGEST_FORMULA)
    return LinkFormula(row, column, found[1]) if found else None


def link_cells(cells: list[object], row: int, formulas: Mapping[int, LinkFormula]) -> None:
    """Let the cells of a row lead to where their formulas say, by the cells' indexes; blank ones lead nowhere."""
    filled = {at: formula for at, formula in formulas.items() if at < len(cells) and cells[at] != ""}
    linked = {at: formula.linked(row, cells, at) for at, formula in filled.items()}
    for at, cell in linked.items():
        cells[at] = cell


def _number(letters: str) -> int:
    """Return a column's number; 0 for letters that no column has."""
    try:
        return column_number(letters)
    except ValueError:
        return 0

"""Where cells lead to by their formulas."""

from __future__ import annotations

import pytest

from fanpage_names.tables.formula_links import link_cells, link_formula
from fanpage_names.tables.grid import Linked

PAGE = "https://www.facebook.com/haiminh"
CELLS = ("Trang", "", PAGE, 7.0, "haiminh")


def led(formula: str, *, written_in: tuple[int, int] = (5, 1), row: int = 5, at: int = 0) -> str | None:
    cells: list[object] = list(CELLS)
    if found := link_formula(formula, *written_in):
        link_cells(cells, row, {at: found})
    cell = cells[at]
    return cell.address if isinstance(cell, Linked) else None


@pytest.mark.parametrize(
    "formula",
    [
        f'HYPERLINK("{PAGE}","Trang")',
        f'=hyperlink( "{PAGE}" ; "Trang")',
        f'HYPERLINK("{PAGE}")',
        'HYPERLINK(C5,"Trang")',
        'HYPERLINK($C$5,"Trang")',
        'of:=HYPERLINK([.C5];"Trang")',
        'HYPERLINK("https://www.facebook.com/"&E5,"Trang")',
        'HYPERLINK("https://" & "www.facebook.com/" & $E5)',
    ],
)
def test_addresses_in_the_formula_and_in_its_row(formula: str) -> None:
    assert led(formula) == PAGE


@pytest.mark.parametrize(
    "formula",
    [
        "HYPERLINK(C6)",  # another row
        "HYPERLINK(B5)",  # blank
        "HYPERLINK(Z5)",
        "HYPERLINK(XFE5)",
        "HYPERLINK(ZZZ9999999)",
        "HYPERLINK(VLOOKUP(C5,A1:B9,2),1)",
        "HYPERLINK('Sheet 2'!C5)",
        "CONCATENATE(C5)",
        'HYPERLINK("' + "a" * 3000 + '")',
        "",
    ],
)
def test_what_is_not_read(formula: str) -> None:
    assert led(formula) is None


@pytest.mark.parametrize(
    ("formula", "written_in", "led_to"),
    [
        ("HYPERLINK(C2)", (2, 1), PAGE),  # shared down the column: C5 in row 5
        ("HYPERLINK($C$5)", (2, 1), PAGE),
        ("HYPERLINK(C$2)", (2, 1), None),
        ("HYPERLINK(D2)", (2, 2), PAGE),  # shared across: one column to the left
        ("HYPERLINK($C2)", (2, 2), PAGE),
        ("HYPERLINK(A2)", (2, 2), None),
    ],
)
def test_formulas_that_cells_share(formula: str, written_in: tuple[int, int], led_to: str | None) -> None:
    assert led(formula, written_in=written_in) == led_to


def test_a_blank_cell_leads_nowhere() -> None:
    cells: list[object] = ["", PAGE]
    formula = link_formula("HYPERLINK(B1)", 1, 1)
    assert formula
    link_cells(cells, 1, {0: formula, 9: formula})
    assert cells == ["", PAGE]

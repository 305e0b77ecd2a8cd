"""Cells that hold formulas: a name or link that a formula makes is never written over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.faults import too_big
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, read_through
from fanpage_names.tables.package import MAIN, named, worksheets
from fanpage_names.tables.places import place_of

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""

_MOST_ARRAYS = 10_000


class Formulas:
    """The cells of one sheet that hold formulas.

    Args:
        areas: where they are; what an array formula fills is one area.
    """

    def __init__(self, areas: Iterable[Area]) -> None:
        self._single: set[tuple[int, int]] = set()
        self._wide: list[Area] = []
        for area in areas:
            if area[:2] == area[2:]:
                self._single.add(area[:2])
            else:
                self._wide.append(area)

    def at(self, row: int, column: int) -> bool:
        """Whether a formula makes what this cell holds."""
        return (row, column) in self._single or any(
            top <= row <= bottom and left <= column <= right for top, left, bottom, right in self._wide
        )


def xlsx_formulas(archive: ZipFile, file: str) -> Mapping[str, Formulas]:
    """Return the cells of an xlsx workbook that hold formulas, by sheet, read in steady memory.

    Raises:
        UseError: the workbook is damaged.
    """
    budget = budget_of(archive, file)
    return {sheet.name: Formulas(_areas(archive, sheet.part, budget)) for sheet in worksheets(archive, budget)}


def _areas(archive: ZipFile, part: str, budget: Budget) -> Iterable[Area]:
    areas: list[Area] = []
    place = ""
    number = after = wide = 0

    def begin_row(attributes: Attributes) -> None:
        nonlocal number, place, after
        number, place, after = int(attributes.get("r") or number + 1), "", 0

    def begin_cell(attributes: Attributes) -> None:
        nonlocal place, after
        place, after = (attributes["r"], 0) if "r" in attributes else (place, after + 1)

    def begin_formula(attributes: Attributes) -> None:
        nonlocal wide
        row, column = place_of(place) if place else (number, 0)
        areas.append((row, column + after, row, column + after))
        if attributes.get("t") == "array" and attributes.get("ref"):
            first, _, last = attributes["ref"].partition(":")
            areas.append((*place_of(first), *place_of(last or first)))
            wide += 1
            if wide > _MOST_ARRAYS:
                raise too_big(budget.file)

    starts = {"row": begin_row, "c": begin_cell, "f": begin_formula}
    read_through(archive, part, budget, named(MAIN, starts))
    return areas

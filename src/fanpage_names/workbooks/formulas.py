"""Cells that hold formulas: a name or link that a formula makes is never written over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from zipfile import ZipFile

from fanpage_names.tables.archive import column_number, pieces
from fanpage_names.tables.package import worksheets

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""

_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b([^>]*)>")
_AT = re.compile(rb"""(?:^|\s)r=["']([A-Za-z]+)(\d+)["']""")
_ARRAY = re.compile(rb"""\sref=["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)["']""")


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

    def __bool__(self) -> bool:
        return bool(self._single or self._wide)

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
    return {sheet: Formulas(_areas(archive, part)) for sheet, part in worksheets(archive, file).items()}


def _areas(archive: ZipFile, part: str) -> Iterator[Area]:
    for piece in pieces(archive, part):
        for cell, formula in _CELL.findall(piece):
            if at := _AT.search(cell):
                row, column = int(at[2]), column_number(at[1])
                yield row, column, row, column
            if b"array" in formula and (over := _ARRAY.search(formula)):
                yield int(over[2]), column_number(over[1]), int(over[4]), column_number(over[3])

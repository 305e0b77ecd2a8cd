"""What the tests of row rules share: one checker, and rows checked among others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from fanpage_names.check import Checker, check_rows
from fanpage_names.result import Diagnostic
from fanpage_names.rows import Checked, Row
from fanpage_names.units.loading import load_units

HAI_MINH = "Mặt trận Hải Minh Hải Hậu Nam Định"
HAI_ANH = "Mặt trận Hải Anh Hải Hậu Nam Định"
HAI_HAU = "Mặt trận Hải Hậu Nam Định"


@cache
def checker() -> Checker:
    return Checker(load_units("nam_dinh_units"))


def checked(*rows: Row) -> list[Checked]:
    return list(check_rows(checker(), rows))


def found(rows: Iterable[Checked], code: str) -> list[tuple[int, Diagnostic]]:
    """The diagnostics of one code, each with its row's number."""
    return [(one.row.row, found) for one in rows for found in one.result.diagnostics if found.code == code]


def codes(one: Checked) -> list[str]:
    return [found.code for found in one.result.diagnostics]

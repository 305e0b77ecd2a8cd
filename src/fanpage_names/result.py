"""What a check says of one name: a result with its diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from fanpage_names.units.model import Severity, Unit

Status = Literal["ok", "deviates", "ambiguous", "unknown"]
Fix = Literal["safe", "unsafe", "none"]
Cell = Literal["name", "link", "unit"]

CELLS: tuple[Cell, ...] = get_args(Cell)
"""The cells of a row that can deviate, in the order in which diagnostics name them."""


class Diagnostic(NamedTuple):
    """One deviation at its place.

    Attributes:
        code: the rule's code, "FN301".
        rule: the rule's name in kebab-case.
        severity: error or warning, as in force.
        fix: whether `expected` may be put in place of `found` without a person's look.
        start: offset in code points into the cell's text.
        end: offset after the last code point; `found` is the text between.
        found: what is written.
        expected: the right text for it; None where nobody can know.
        message: for people, in the language asked for.
        cell: which cell of the row it is about.
    """

    code: str
    rule: str
    severity: Severity
    fix: Fix
    start: int
    end: int
    found: str
    expected: str | None
    message: str
    cell: Cell = "name"


class Result(NamedTuple):
    """What one submitted name means and how it deviates.

    Attributes:
        submitted: the text as it came.
        status: ok, deviates, ambiguous or unknown.
        unit: the unit meant; None where ambiguous or unknown.
        canonical: the page name by the convention; None without a unit.
        fixed: the whole corrected name where every deviation has a safe fix; `submitted` where ok; else None.
        candidates: the units that could be meant, where ambiguous.
        diagnostics: by place, then code.
        former: the unit of an earlier list that the name means; None for any other.
        former_list: the id of that list.
    """

    submitted: str
    status: Status
    unit: Unit | None
    canonical: str | None
    fixed: str | None
    candidates: tuple[Unit, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    former: Unit | None = None
    former_list: str | None = None


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by cell, place and code."""
    found = list(diagnostics)
    if len(found) > 1:
        found.sort(key=lambda one: (CELLS.index(one.cell), one.start, one.code))
    return tuple(found)

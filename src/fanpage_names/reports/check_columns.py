"""A checked row as flat columns."""

from __future__ import annotations

from fanpage_names.rows import Checked
from fanpage_names.tables.table import Cell

FLAT_COLUMNS = (
    "file",
    "sheet",
    "row",
    "submitted",
    "status",
    "unit_code",
    "unit",
    "canonical",
    "fixed",
    "codes",
    "messages",
)


def flat(checked: Checked) -> tuple[Cell, ...]:
    """Return the cells of `FLAT_COLUMNS`; the unit is its bare name, as in `generate`."""
    row = checked.row
    submitted, status, unit, canonical, fixed, _, diagnostics, *_ = checked.result
    return (
        row.file,
        row.sheet,
        row.row,
        submitted,
        status,
        unit.code if unit else None,
        unit.name if unit else None,
        canonical,
        fixed,
        " ".join([found.code for found in diagnostics]) if diagnostics else "",
        "; ".join([found.message for found in diagnostics]) if diagnostics else "",
    )

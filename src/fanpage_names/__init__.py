"""Right names for the Facebook pages of Fatherland Front committees, and submitted names checked against them.

Example:
    >>> from fanpage_names import Checker, load_units
    >>> result = Checker(load_units("nam_dinh_units")).check("MTTQ Hải Hậu Nam Định")
    >>> result.status, result.fixed
    ('deviates', 'Mặt trận Hải Hậu Nam Định')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fanpage_names._version import __version__

if TYPE_CHECKING:
    from fanpage_names.check import Checker, check_rows
    from fanpage_names.errors import UseError
    from fanpage_names.reports.json_records import record
    from fanpage_names.result import Diagnostic, Result
    from fanpage_names.rows import Checked, Row
    from fanpage_names.units.loading import load_units
    from fanpage_names.units.model import Unit, UnitList

_HOMES = {
    "Checked": "rows",
    "Checker": "check",
    "Diagnostic": "result",
    "Result": "result",
    "Row": "rows",
    "Unit": "units.model",
    "UnitList": "units.model",
    "UseError": "errors",
    "check_rows": "check",
    "load_units": "units.loading",
    "record": "reports.json_records",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: a command starts with what it needs."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "Checked",
    "Checker",
    "Diagnostic",
    "Result",
    "Row",
    "Unit",
    "UnitList",
    "UseError",
    "__version__",
    "check_rows",
    "load_units",
    "record",
]

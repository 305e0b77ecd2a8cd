"""What colours mean, in every workbook that this tool writes: how grave what was found is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fanpage_names.result import Diagnostic
from fanpage_names.units.model import Severity

COLORS: Mapping[Severity, str] = {"error": "FFC7CE", "warning": "FFEB9C"}


def gravest(found: Iterable[Diagnostic]) -> Severity:
    """Return the severity of the gravest of some diagnostics."""
    return "error" if any(one.severity == "error" for one in found) else "warning"

"""What colours mean, in every workbook that this tool writes: how grave what was found is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fanpage_names.units.model import Severity

COLORS: Mapping[Severity, str] = {"error": "FFC7CE", "warning": "FFEB9C"}


def gravest(found: Iterable[Severity]) -> Severity:
    """Return the gravest of some severities."""
    return "error" if "error" in found else "warning"

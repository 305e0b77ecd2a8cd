"""How cells look: copied from other cells, and coloured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from fanpage_names.result import Diagnostic
from fanpage_names.units.model import Severity

if TYPE_CHECKING:
    from openpyxl import Workbook

COLORS: Mapping[Severity, str] = {"error": "FFC7CE", "warning": "FFEB9C"}


class Looks:
    """Gives looks to the cells of one workbook.

    A look is a number in the workbook's tables of fonts, borders and fills. Numbers are copied, not the looks
    themselves, which openpyxl would compare with all others anew for each cell: fifty times as slow.
    """

    def __init__(self, book: Workbook) -> None:
        from openpyxl.styles import PatternFill

        fills: Any = book._fills  # type: ignore[attr-defined]
        self._fills = {severity: fills.add(PatternFill("solid", fgColor=color)) for severity, color in COLORS.items()}

    def color(self, cell: Any, found: Iterable[Diagnostic]) -> None:  # noqa: ANN401 - styles are not in the stubs
        """Colour a cell by the gravest of the diagnostics; without any it stays as it is."""
        severities = {one.severity for one in found}
        if severities:
            style = _style(cell)
            style.fillId = self._fills["error" if "error" in severities else "warning"]
            cell._style = style

    @staticmethod
    def like(cell: Any, model: Any) -> None:  # noqa: ANN401
        """Give a cell the font, borders and fill of another one; wrapped text would change the rows' heights."""
        style, known = _style(cell), _style(model)
        style.fontId, style.borderId, style.fillId = known.fontId, known.borderId, known.fillId
        cell._style = style


def _style(cell: Any) -> Any:  # noqa: ANN401
    from openpyxl.styles.cell_style import StyleArray

    return StyleArray() if cell._style is None else copy(cell._style)

"""xlsx: a new workbook with the results, the colour of the gravest finding."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import IO

from fanpage_names.reports import titles
from fanpage_names.reports.check_columns import FLAT_COLUMNS, flat
from fanpage_names.reports.colors import COLORS, gravest
from fanpage_names.reports.labels import STATUS
from fanpage_names.reports.points import points_of
from fanpage_names.rows import Checked
from fanpage_names.tables import xlsx_writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table

_HEADER = (
    titles.FILE,
    titles.SHEET,
    titles.ROW,
    titles.SUBMITTED,
    titles.STATUS,
    titles.UNIT_CODE,
    titles.UNIT,
    titles.RIGHT,
    titles.SAFE_FIX,
    titles.CODES,
    titles.WRONG,
)
_STATUS = FLAT_COLUMNS.index("status")
_MESSAGES = FLAT_COLUMNS.index("messages")


def write_xlsx(results: Iterable[Checked], stream: IO[bytes], options: Options) -> None:
    """Write the flat columns under headings in the reader's language, a colour for what is not right."""
    words = {status: word.in_lang(options.lang) for status, word in STATUS.items()}
    colors: deque[str | None] = deque()

    def cells(checked: Checked) -> Sequence[Cell]:
        row = list(flat(checked))
        row[_STATUS] = words[checked.result.status]
        row[_MESSAGES] = "; ".join(point.text for point in points_of(checked.result, options.lang))
        found = checked.result.diagnostics
        colors.append(f"#{COLORS[gravest(one.severity for one in found)]}" if found else None)
        return row

    table = Table(tuple(heading.in_lang(options.lang) for heading in _HEADER), map(cells, results))
    xlsx_writing.write_xlsx(table, stream, options, fill=lambda _: colors.popleft())

"""What a row's neighbours say about it: each row held against all rows before it, in little memory."""

from __future__ import annotations

from functools import cached_property
from weakref import finalize

from fanpage_names.context import Context, contradicting
from fanpage_names.links import PageLink, parse_link
from fanpage_names.result import Result
from fanpage_names.rows import Row
from fanpage_names.rules.kinds import RowFacts
from fanpage_names.units.model import Unit

Place = tuple[str | None, str | None, str]
"""A file, a sheet and a unit's code."""


class FirstRows:
    """The first row of each text, in two megabytes of memory however many there are.

    They are kept in a temporary database without a name: what does not fit into those two megabytes SQLite lays into a
    file that only it sees and that is gone with the process. A `dict` of a million links takes 200 megabytes.
    """

    def __init__(self) -> None:
        import sqlite3

        database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        finalize(self, database.close)
        self._execute = database.cursor().execute
        self._execute("PRAGMA journal_mode = OFF")  # nobody will want back what was before
        self._execute("CREATE TABLE first (text TEXT PRIMARY KEY, place INTEGER, row INTEGER) WITHOUT ROWID")
        self._execute("BEGIN")
        self._places: list[Place] = []
        self._numbers: dict[Place, int] = {}

    def setdefault(self, text: str, place: Place, row: int) -> tuple[Place, int]:
        """Return the place and the row of the first call with `text`, which may be this one."""
        number = self._numbers.setdefault(place, len(self._places))
        if number == len(self._places):
            self._places.append(place)
        if self._execute("INSERT OR IGNORE INTO first VALUES (?, ?, ?)", (text, number, row)).rowcount:
            return place, row
        number, row = self._execute("SELECT place, row FROM first WHERE text = ?", (text,)).fetchone()
        return self._places[number], row


class SeenRows:
    """The rows that passed so far.

    Args:
        context: what reads what stands around names.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._first_of_unit: dict[str, Row] = {}

    @cached_property
    def _first_of_link(self) -> FirstRows:
        return FirstRows()

    def facts(self, row: Row, result: Result) -> RowFacts:
        """Return what the rows before `row` and its own cells say about it; it is now one of them."""
        link = parse_link(row.link) if row.link and not row.link.isspace() else None
        unit = result.unit
        if unit is None:
            return RowFacts(row, result, link=link)
        # Pages of units that became one are no page reported twice: the check says what they became.
        first = row if result.former else self._first_of_unit.setdefault(unit.code, row)
        return RowFacts(
            row,
            result,
            None if first is row else first,
            link,
            self._elsewhere(link, row, unit) if isinstance(link, PageLink) else None,
            contradicting(unit, self.context.of(row)),
        )

    def _elsewhere(self, link: PageLink, row: Row, unit: Unit) -> Row | None:
        """Return the first row with this link, where it reports another unit; of its cells only the place is kept."""
        (file, sheet, code), number = self._first_of_link.setdefault(
            link.identity, (row.file, row.sheet, unit.code), row.row
        )
        return None if code == unit.code else Row("", file, sheet, number)

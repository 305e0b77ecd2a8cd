"""What a row's neighbours say about it: each row held against all rows before it, in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b

from fanpage_names.lang import Text
from fanpage_names.links import PageLink, parse_link
from fanpage_names.result import Result
from fanpage_names.rows import Row
from fanpage_names.rules.base import RowFacts
from fanpage_names.units.model import Unit

_UNIT_TEXTS = 4096
"""So many texts of unit cells are remembered; a column of units has hardly more."""

_FIRST_SIZE = 1 << 10
_ROW_BITS = 32

Place = tuple[str | None, str | None, str]
"""A file, a sheet and a unit's code."""


class FirstRows:
    """The first row of each text, in 24 to 72 bytes a text, however long it is.

    A hash table with open addressing over two plain arrays: a `dict` of a million texts would take two or three
    times as much. Texts are known by 64 bits of their BLAKE2 digest: among a million, two coincide with a
    chance of one to 37 million.
    """

    def __init__(self) -> None:
        self._digests, self._rows = _zeros(_FIRST_SIZE), _zeros(_FIRST_SIZE)
        self._used = 0
        self._places: list[Place] = []
        self._numbers: dict[Place, int] = {}

    def setdefault(self, text: str, place: Place, row: int) -> tuple[Place, int]:
        """Return the place and the row of the first call with `text`, which may be this one."""
        digest = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) or 1
        slot = self._slot(digest)
        if self._digests[slot]:
            number, row = divmod(self._rows[slot], 1 << _ROW_BITS)
            return self._places[number], row
        number = self._numbers.setdefault(place, len(self._places))
        if number == len(self._places):
            self._places.append(place)
        self._digests[slot], self._rows[slot] = digest, number << _ROW_BITS | row
        self._used += 1
        if self._used * 3 > len(self._digests) * 2:
            self._grow()
        return place, row

    def _slot(self, digest: int) -> int:
        """Return the slot that holds the digest, or the free one where it belongs."""
        digests = self._digests
        mask = len(digests) - 1
        slot = digest & mask
        while digests[slot] not in (0, digest):
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        known, rows = self._digests, self._rows
        self._digests, self._rows = _zeros(len(known) * 2), _zeros(len(known) * 2)
        for digest, row in zip(known, rows, strict=True):
            if digest:
                slot = self._slot(digest)
                self._digests[slot], self._rows[slot] = digest, row


def _zeros(count: int) -> array[int]:
    return array("Q", bytes(8 * count))


class Earlier:
    """The rows that passed so far.

    Args:
        units_meant: the units that the text of a unit cell could mean; none where that is not clear.
    """

    def __init__(self, units_meant: Callable[[str], tuple[Unit, ...]]) -> None:
        self._units_meant = lru_cache(_UNIT_TEXTS)(units_meant)
        self._first_of_unit: dict[str, Row] = {}
        self._first_of_link = FirstRows()

    def facts(self, row: Row, result: Result) -> RowFacts:
        """Return what the rows before `row` and its own cells say about it; it is now one of them."""
        link = parse_link(row.link) if row.link and not row.link.isspace() else None
        unit = result.unit
        if unit is None:
            return RowFacts(row, result, link=link)
        # Pages of units that became one are no page reported twice: FN505 says what they became.
        first = row if result.former else self._first_of_unit.setdefault(unit.code, row)
        return RowFacts(
            row,
            result,
            None if first is row else first,
            link,
            None if link is None or isinstance(link, Text) else self._elsewhere(link, row, unit),
            self._units_meant(row.unit) if row.unit else (),
        )

    def _elsewhere(self, link: PageLink, row: Row, unit: Unit) -> Row | None:
        """Return the first row with this link, where it reports another unit; of its cells only the place is kept."""
        (file, sheet, code), number = self._first_of_link.setdefault(
            link.identity, (row.file, row.sheet, unit.code), row.row
        )
        return None if code == unit.code else Row("", file, sheet, number)

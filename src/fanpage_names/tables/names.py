"""Which rows below a header carry a submitted name.

A submitted name is every cell with a text in the column of names that is no section, total, signature or "chưa xây
dựng" (not built yet) line; a row with a unit and a link, but a blank name, is one whose name is not reported. A row
that has a list number, a unit or a link is never a signature, whatever its name begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fanpage_names.rows import Row
from fanpage_names.tables.columns import Block, FoundLayout, blocks_of
from fanpage_names.tables.grid import Recognise, Record, cell_text
from fanpage_names.tables.header import Lookahead, header_at
from fanpage_names.tables.log import ReadingLog, Reason
from fanpage_names.tables.table_rows import TableRows

_DATED = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
"""Where and when a list was signed: the place says nothing of whose list it is."""


def submitted_names(found: FoundLayout, recognise: Recognise, log: ReadingLog) -> Iterator[Row]:
    """Yield the rows that carry a name, in order; numbers, dates and formulas without a value are none.

    Args:
        found: the sheet.
        recognise: whether a text names a unit.
        log: gets every row with something in it that carries no name, and why.
    """
    title = "\n".join(filter(None, (_title(record) for record in found.above)))
    for number, cells in found.above:
        if any(cells):
            log.pass_over(number, "above")
    sheet = _Sheet(found, recognise, log, "\n".join(filter(None, (title, found.layout.sheet))))
    pending: list[Row] = []
    for number, cells in sheet.records:
        rows = sheet.rows(number, cells, pending)
        if rows:
            yield from pending
            pending = rows
    yield from pending


def _title(record: Record) -> str:
    texts = (" ".join(cell_text(cell).split()) for cell in record[1])
    return "\n".join(text for text in dict.fromkeys(texts) if text and not _DATED.search(text))


class _Stream:
    """Records of which the next one can be looked at."""

    def __init__(self, records: Iterator[Record]) -> None:
        self._records = records
        self._held: list[Record] = []

    def __iter__(self) -> Iterator[Record]:
        return self

    def __next__(self) -> Record:
        return self._held.pop() if self._held else next(self._records)

    def peek(self) -> Record | None:
        """Return the next record, which stays the next; None at the end."""
        if not self._held:
            following = next(self._records, None)
            if following is None:
                return None
            self._held.append(following)
        return self._held[0]


class _Sheet:
    """Reads a sheet whose tables stand side by side, or one below the other under headers of their own."""

    def __init__(self, found: FoundLayout, recognise: Recognise, log: ReadingLog, title: str) -> None:
        self._found, self._recognise, self._log, self._title = found, recognise, log, title
        self.records = _Stream(found.records)
        self._tables = self._made(found.blocks)

    def _made(self, blocks: Sequence[Block]) -> list[TableRows]:
        self._log.nameless = self._log.nameless or not all("name" in block.columns for block in blocks)
        return [TableRows(block, self._found, self._recognise, self._title, self.records.peek) for block in blocks]

    def rows(self, number: int, cells: Sequence[object], pending: list[Row]) -> list[Row]:
        """Return the names of a record; a link that belongs to a name of the record before goes to that."""
        rows: list[Row] = []
        reasons: list[Reason] = []
        for table in self._tables:
            read = table.row(number, cells)
            if isinstance(read, Row):
                rows.append(read)
            elif read == "header":
                self._begin_anew(number, cells)
                return []
            elif read == "link" and table.takes_link(cells, pending):
                return []
            elif read is not None:
                reasons.append(read)
        if reasons and not rows:
            self._log.pass_over(number, reasons[0])
        return rows

    def _begin_anew(self, number: int, cells: Sequence[object]) -> None:
        """Read on under another header, where it is the header of a whole table."""
        following = self.records.peek()
        head = Lookahead(iter([(number, cells), *([following] if following else [])]))
        header = header_at(head, 0)
        blocks = blocks_of(header, head, self._recognise) if header else []
        if header and all("name" in block.columns for block in blocks):
            self._tables = self._made(blocks)
            if len(header.rows) > 1:
                next(self.records)

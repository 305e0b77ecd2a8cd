"""A copy of a text, csv or tsv file with other names in it, and nothing else changed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from fanpage_names.errors import UseError
from fanpage_names.rows import Row
from fanpage_names.tables.delimited import delimited_grid
from fanpage_names.tables.encoding import lines
from fanpage_names.tables.grid import ReadOptions, Recognise, cell_text
from fanpage_names.tables.kinds import kind_of
from fanpage_names.tables.reading import read_sheets

_CHUNK = 1 << 16
_LINE_END = re.compile(r"\r\n|\r|\n")
_NEEDS_QUOTES = re.compile(r'[,;\t"\r\n]')

Renamed = Callable[[Iterable[Row]], Iterable[tuple[Row, str]]]
"""Gives each row the name that it should have in the copy, in the same order."""


class Piece(NamedTuple):
    """A record of the file, line end included.

    Attributes:
        line: the number of its first line.
        old: as it is in the file.
        new: as it is in the copy.
    """

    line: int
    old: str
    new: str


class _Record(NamedTuple):
    number: int
    line: int
    text: str
    cells: Sequence[str]


def rewritten(source: str, options: ReadOptions, recognise: Recognise, renamed: Renamed) -> Iterator[Piece]:
    """Yield the file record by record, each with its form in the copy: only name cells change.

    Raises:
        UseError: as `read_rows`; or the file is no text, csv or tsv.
    """
    for layout, rows in read_sheets(source, options, recognise):
        with Path(source).open("rb") as stream:
            chunks = iter(partial(stream.read, _CHUNK), b"")
            head = next(chunks, b"")
            kind = kind_of(source, head)
            if kind not in ("lines", "delimited"):
                raise _unwritable(source)
            text = lines(chain([head], chunks), source, options.encoding, recognise)
            plain = kind == "lines" and not layout.header_rows
            records = _plain(text) if plain else _delimited(text, source, options)
            yield from _merged(records, renamed(rows), layout.columns["name"])


def _plain(text: Iterator[str]) -> Iterator[_Record]:
    for number, line in enumerate(text, 1):
        yield _Record(number, number, line, (_LINE_END.sub("", line),))


def _delimited(text: Iterator[str], source: str, options: ReadOptions) -> Iterator[_Record]:
    """Yield the records with the text that each was read from: a line, and one more for each break in a cell."""
    seen: deque[str] = deque()
    line = 1

    def noted() -> Iterator[str]:
        for one in text:
            seen.append(one)
            yield one

    for number, values in delimited_grid(noted(), source, options).records:
        cells = [cell_text(value) for value in values]
        count = 1 + sum(len(_LINE_END.findall(cell)) for cell in cells)
        yield _Record(number, line, "".join(seen.popleft() for _ in range(count)), cells)
        line += count


def _merged(records: Iterator[_Record], rows: Iterable[tuple[Row, str]], column: int) -> Iterator[Piece]:
    for row, name in rows:
        for record in records:
            if record.number == row.row:
                new = record.text if name == row.name else _with_name(record, column, name)
                yield Piece(record.line, record.text, new)
                break
            yield Piece(record.line, record.text, record.text)
    for record in records:
        yield Piece(record.line, record.text, record.text)


def _with_name(record: _Record, column: int, name: str) -> str:
    """Return the record's text with another name in it, every other cell as it was written."""
    at = 0
    for cell in islice(record.cells, column - 1):
        at += len(_as_written(record.text, at, cell)) + 1
    old = _as_written(record.text, at, record.cells[column - 1])
    quoted = old.startswith('"') or _NEEDS_QUOTES.search(name)
    return record.text[:at] + (_quoted(name) if quoted else name) + record.text[at + len(old) :]


def _as_written(text: str, at: int, cell: str) -> str:
    """Return how a cell's text is written at a place: bare, or in quotation marks."""
    return quoted if text.startswith(quoted := _quoted(cell), at) else cell


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _unwritable(source: str) -> UseError:
    return UseError(
        f"{source}: fix chỉ ghi được txt, csv và tsv; hãy lưu tệp thành .csv trước",
        f"{source}: fix writes txt, csv and tsv only; save the file as .csv first",
    )

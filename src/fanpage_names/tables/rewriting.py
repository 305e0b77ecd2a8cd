"""A copy of a text file (txt, csv, tsv, json, jsonl) with other names and links in it, and nothing else changed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path
from typing import NamedTuple

from fanpage_names.errors import UseError
from fanpage_names.rows import Row
from fanpage_names.tables.delimited import delimited_grid
from fanpage_names.tables.encoding import LONGEST_ARRAY, LONGEST_LINE, lines
from fanpage_names.tables.faults import changed
from fanpage_names.tables.grid import ReadOptions, Recognise, cell_text
from fanpage_names.tables.kinds import kind_of
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.mending import Copied, Mended, changed_cells
from fanpage_names.tables.reading import read_sheets
from fanpage_names.tables.rewriting_json import rewritten_json

_CHUNK = 1 << 16
_LINE_END = re.compile(r"\r\n|\r|\n")
_REWRITABLE = ("lines", "delimited", "json", "jsonl")
"""The kinds of files that this module makes copies of."""
_NEEDS_QUOTES = re.compile(r'[,;\t"\r\n]')


class _Record(NamedTuple):
    number: int
    line: int
    text: str
    cells: Sequence[str]


def rewritten(
    source: str, options: ReadOptions, recognise: Recognise, mended: Mended, log: ReadingLog | None = None
) -> Iterator[Copied]:
    """Yield the file record by record (json: line by line), each with its form in the copy.

    Raises:
        UseError: as `read_rows`; or the file is no text.
    """
    sheets = read_sheets(source, options, recognise, log)
    first = next(sheets, None)  # reading says what is wrong with a file
    with Path(source).open("rb") as stream:
        chunks = iter(partial(stream.read, _CHUNK), b"")
        head = next(chunks, b"")
        kind = kind_of(source, head)
        if kind not in _REWRITABLE:
            raise _unwritable(source)
        longest = LONGEST_ARRAY if kind == "json" else LONGEST_LINE
        text = lines(chain([head], chunks), source, options.encoding, recognise, longest=longest)
        if first is None:
            yield from (Copied(record.line, record.text, record.text) for record in _plain(text))
        elif kind in ("json", "jsonl"):
            yield from rewritten_json(text, kind == "json", chain([first], sheets), mended)
        else:
            layout, rows = first
            records = _plain(text) if layout.plain else _delimited(text, source, options)
            yield from _merged(records, mended(rows), source)


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
        breaks = 1 + sum(len(_LINE_END.findall(cell)) for cell in cells)
        count = min(breaks, len(seen))  # a last cell whose quotation mark stays open holds its line's end too
        yield _Record(number, line, "".join(seen.popleft() for _ in range(count)), cells)
        line += count


def _merged(records: Iterator[_Record], rows: Iterable[tuple[Row, Row]], file: str) -> Iterator[Copied]:
    for number, of_record in groupby(rows, key=lambda pair: pair[0].row):
        cells = {column: text for row, new in of_record for column, text in changed_cells(row, new).items()}
        for record in records:
            if record.number == number:
                yield Copied(record.line, record.text, _with_cells(record, cells, file))
                break
            yield Copied(record.line, record.text, record.text)
        else:
            raise changed(file)
    for record in records:
        yield Copied(record.line, record.text, record.text)


def _with_cells(record: _Record, cells: Mapping[int, str], file: str) -> str:
    """Return the record's text with other texts in some columns, every other cell as it was written.

    Raises:
        UseError: quotation marks stand so that nobody can say where a cell ends.
    """
    at, text = 0, []
    for column, cell in enumerate(islice(record.cells, max(cells, default=0)), 1):
        old = _as_written(record.text, at, cell)
        if not record.text.startswith(old, at):
            raise _odd_quotes(file, record)
        new = cells.get(column)
        if new is None:
            text.append(old)
        else:
            text.append(_quoted(new) if old.startswith('"') or _NEEDS_QUOTES.search(new) else new)
        at += len(old)
        text.append(record.text[at : at + 1])
        at += 1
    return "".join(text) + record.text[at:]


def _as_written(text: str, at: int, cell: str) -> str:
    """Return how a cell's text is written at a place: bare, or in quotation marks."""
    return quoted if text.startswith(quoted := _quoted(cell), at) else cell


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _odd_quotes(file: str, record: _Record) -> UseError:
    return UseError(
        '{file}: bản ghi {number} (dòng {line}) có dấu ngoặc kép " đặt sai; hãy sửa rồi chạy lại',
        '{file}: record {number} (line {line}) has a " out of place; mend it and run this again',
        file=file,
        number=record.number,
        line=record.line,
    )


def _unwritable(source: str) -> UseError:
    return UseError(
        "{source}: fix không ghi được kiểu .xls cũ; mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chạy fix lại",
        "{source}: fix cannot write the old .xls; open it in Excel or LibreOffice, save it as .xlsx and fix that",
        source=source,
    )

"""Reading csv, tsv and plain text: the delimiter, the records, the lines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import Grid, ReadOptions, Recognise, Record
from fanpage_names.tables.header import HEAD, Lookahead, find_header
from fanpage_names.tables.headings import is_row_of_titles
from fanpage_names.tables.looks import looks_like_page

_DELIMITERS = ",;\t|"
_NO_DELIMITER = "\x1f"
"""For a file of one column: a character that no text has, since the csv module must have one."""

_LINES_OF_A_CELL = 1000
_LONGEST_HEADER = 10_000
_HEADER_LINES = 20
"""In a text file a header stands among the first lines."""


def delimited_grid(lines: Iterator[str], file: str, options: ReadOptions) -> Grid:
    """Return the records of a csv or tsv file.

    Raises:
        UseError: the delimiter told is none; while reading: a quotation mark stays open.
    """
    if options.delimiter is None:
        delimiter, lines = _found_delimiter(lines, options)
    else:
        delimiter = _told_delimiter(options.delimiter)
    return Grid(file, None, _records(lines, file, delimiter))


def text_grid(lines: Iterator[str], file: str, options: ReadOptions, recognise: Recognise) -> Grid:
    """Return the lines of a text, each a name, or its records where a header line names columns."""
    seen: list[str] = []
    told = bool(options.columns or options.delimiter or options.header_row)
    for line in islice(lines, _HEADER_LINES):
        seen.append(line)
        text = line.strip()
        if not text:
            continue
        delimiter = _delimiter_of([line], options)
        if told or (delimiter and delimiter != _NO_DELIMITER):
            return delimited_grid(chain(seen, lines), file, options)
        if looks_like_page(text, recognise):
            break
    records = ((number, (line.rstrip("\r\n"),)) for number, line in enumerate(chain(seen, lines), 1) if line.strip())
    return Grid(file, None, records, plain=True, heading=_heading(seen))


def _heading(lines: Iterable[str]) -> int | None:
    """Return the number of the first line with a text, where that only says what follows ("Tên trang")."""
    number, line = next(((number, line) for number, line in enumerate(lines, 1) if line.strip()), (0, ""))
    is_header = number and (is_row_of_titles(line) or find_header(Lookahead(iter([(number, (line,))])), None))
    return number if is_header else None


def _told_delimiter(told: str) -> str:
    delimiter = {"tab": "\t", "\\t": "\t"}.get(told.lower(), told)
    if len(delimiter) == 1 and delimiter not in '\r\n"':
        return delimiter
    raise UseError(
        "--delimiter {told}: phải là đúng một ký tự, ví dụ , hoặc ; hoặc tab",
        "--delimiter {told}: must be a single character, for example , or ; or tab",
        told=told,
    )


def _found_delimiter(lines: Iterator[str], options: ReadOptions) -> tuple[str, Iterator[str]]:
    """Return the delimiter, and all the lines again; looks no further than the header."""
    seen: list[str] = []
    delimiter = None
    for line in islice(lines, HEAD):
        seen.append(line)
        if delimiter := _delimiter_of(seen, options):
            break
    return delimiter or _most_frequent(seen), chain(seen, lines)


def _delimiter_of(seen: list[str], options: ReadOptions) -> str | None:
    """Return the delimiter that makes a header of the last of these lines, and the most titles."""
    if options.header_row not in (None, len(seen)) or len(seen[-1]) > _LONGEST_HEADER:
        return None
    best: tuple[int, str | None] = (0, None)
    for delimiter in (*filter(seen[-1].__contains__, _DELIMITERS), _NO_DELIMITER):
        records = enumerate(csv.reader(seen[-1:], delimiter=delimiter), 1)
        header = find_header(Lookahead(records), options.column)
        titles = sum(1 for title in header.titles() if title.heading) if header else 0
        best = max(best, (titles, delimiter), key=lambda known: known[0])
    return best[1]


def _most_frequent(seen: list[str]) -> str:
    """Return the delimiter that most lines have; none where most lines have none."""
    counts = {delimiter: sum(delimiter in line for line in seen) for delimiter in _DELIMITERS}
    best = max(counts, key=lambda delimiter: counts[delimiter])
    filled = sum(1 for line in seen if line.strip())
    return best if counts[best] * 2 > filled else _NO_DELIMITER


def _records(lines: Iterator[str], file: str, delimiter: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=delimiter)
    number = line = 0
    try:
        for number, cells in enumerate(reader, 1):
            if reader.line_num - line > _LINES_OF_A_CELL:
                raise _open_quote(file, number, line + 1)
            line = reader.line_num
            yield number, cells
    except csv.Error:
        raise _open_quote(file, number + 1, line + 1) from None


def _open_quote(file: str, record: int, line: int) -> UseError:
    return UseError(
        '{file}: bản ghi {record} (từ dòng {line}) có ô quá dài; kiểm tra dấu ngoặc kép " chưa đóng',
        '{file}: record {record} (from line {line}) has a cell too long; look for an unclosed "',
        file=file,
        record=record,
        line=line,
    )

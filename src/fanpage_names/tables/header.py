"""The rows of a table that name its columns, wherever they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from fanpage_names.tables.grid import Record, cell_text
from fanpage_names.tables.headings import Title, title_of, words

_LONGEST_TITLE = 60
_NO_TITLE = re.compile(r"https?:|www\.|(?:m\.)?(?:facebook|fb)\.|.*\b(?:mặt trận|mttq)\b.*\S", re.IGNORECASE)
"""Addresses and page names: what stands below titles."""

HEAD = 200
"""So many rows are looked through for a header: letterheads are shorter."""


class Lookahead:
    """Records that can be looked at before they are read."""

    def __init__(self, records: Iterator[Record]) -> None:
        self._rest = records
        self._seen: list[Record] = []

    def at(self, index: int) -> Record | None:
        """Return the record at `index`, counted from 0; None past the end."""
        while len(self._seen) <= index:
            record = next(self._rest, None)
            if record is None:
                return None
            self._seen.append(record)
        return self._seen[index]

    def first(self, count: int) -> Sequence[Record]:
        """Return the first records, at most `count`."""
        self.at(count - 1)
        return self._seen[:count]

    def after(self, index: int) -> Iterator[Record]:
        """Return all records from `index` on."""
        return chain(self._seen[index:], self._rest)


@dataclass(frozen=True, slots=True)
class Header:
    """What names the columns of a table.

    Attributes:
        rows: the numbers of its rows: none, one or two.
        end: the index of the first record below it.
        above: the texts of the upper of two rows, those of merged cells repeated; blank for one row.
        texts: the texts of the lower row, or of the only one.
    """

    rows: tuple[int, ...]
    end: int
    above: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    def titles(self) -> list[Title]:
        """Return what each column announces."""
        return [title_of(above, text) for above, text in zip(self.above, self.texts, strict=True)]

    def column_called(self, text: str) -> int | None:
        """Return the number of the first column with this very title, folded; None where there is none."""
        wanted = words(text)
        for texts in (self.texts, self.above):
            called = [words(known) for known in texts]
            if wanted and wanted in called:
                return called.index(wanted) + 1
        return None

    def called(self, number: int) -> frozenset[str]:
        """Return the folded texts that name a column."""
        return frozenset(words(texts[number - 1]) for texts in (self.above, self.texts) if number <= len(texts)) - {""}


def find_header(head: Lookahead, name_column: str | None) -> Header | None:
    """Return the first header among the first rows.

    A header has two known titles with the name's among them, or the name's very words alone; where no row has, those of
    a unit and of a link will do. With a column of names told, any two known titles make a header, and so does the
    title told.
    """
    without_names = None
    for index in range(HEAD):
        header = header_at(head, index)
        if header is None:
            break
        titles = header.titles()
        known = {title.heading for title in titles if title.heading}
        if name_column is None:
            if (len(known) > 1 and "name" in known) or Title("name", 3) in titles:
                return header
            if without_names is None and {"unit", "link"} <= known:
                without_names = header
        elif len(known) > 1 or header.column_called(name_column):
            return header
    return without_names


def header_at(head: Lookahead, index: int) -> Header | None:
    """Return the header at `index`, two rows where the second divides merged cells; None past the end."""
    first = head.at(index)
    if first is None:
        return None
    upper = _texts(first)
    one = one_row_header(first, index)
    second = head.at(index + 1) if any(title.heading for title in one.titles()) else None
    if second is None:
        return one
    lower = _texts(second)
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    if not _divides(lower, upper):
        return one
    for column in range(1, width):
        if lower[column] and not upper[column]:
            upper[column] = upper[column - 1]
    return Header((first[0], second[0]), index + 2, tuple(upper), tuple(lower))


def one_row_header(record: Record, index: int) -> Header:
    """Return the record at `index` as a header of one row."""
    texts = tuple(_texts(record))
    return Header((record[0],), index + 1, ("",) * len(texts), texts)


def _texts(record: Record) -> list[str]:
    return [cell_text(cell).strip() for cell in record[1]]


def _divides(lower: Sequence[str], upper: Sequence[str]) -> bool:
    """Whether `lower` is the second row of a header: titles, of which some stand under a title that they share.

    Either all of them stand under shared titles, whatever they say, or most are known.
    """
    filled = [column for column, text in enumerate(lower) if text]
    if not filled or sum(map(bool, upper)) < 2 or not all(map(_could_be_title, (lower[column] for column in filled))):
        return False
    shared = {column for column in range(len(upper)) if not upper[column] and any(upper[:column])}
    shared |= {column - 1 for column in shared if upper[column - 1]}
    if any(column in shared and not upper[column] for column in filled) and shared.issuperset(filled):
        return True
    known = sum(bool(title_of("", lower[column]).heading) for column in filled)
    repeated = any(upper[column] and upper[column] == upper[column - 1] for column in filled if column)
    return known * 2 > len(filled) and (repeated or any(not upper[column] for column in filled))


def _could_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text[0].isdigit() and not _NO_TITLE.match(text)

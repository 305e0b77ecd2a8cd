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

_MOST_ROWS = 3

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
        rows: the numbers of its rows: none, or one to three.
        end: the index of the first record below it.
        above: the texts of the rows above the lowest, those of merged cells repeated; blank for one row.
        texts: the texts of the lowest row, or of the only one.
    """

    rows: tuple[int, ...]
    end: int
    above: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    def shown(self) -> list[str]:
        """Return what each column shows lowest, blank where it only has part in a merged cell."""
        shared = [column > 0 and self.above[column] == self.above[column - 1] for column in range(len(self.above))]
        return [
            text or ("" if shares else above)
            for text, above, shares in zip(self.texts, self.above, shared, strict=True)
        ]

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
            if (len(known) > 1 and "name" in known) or (Title("name", 3) in titles and _only_titles(header, titles)):
                return header
            if without_names is None and {"unit", "link"} <= known:
                without_names = header
        elif len(known) > 1 or header.column_called(name_column):
            return header
    return without_names


def _only_titles(header: Header, titles: Sequence[Title]) -> bool:
    """Whether nothing stands in a header that can be no title: beside the title in a form stands what is written."""
    return all(
        could_be_title(text) for text, title in zip(header.texts, titles, strict=True) if text and not title.heading
    )


def header_at(head: Lookahead, index: int) -> Header | None:
    """Return the header at `index`, of more rows where each divides merged cells above; None past the end."""
    first = head.at(index)
    if first is None:
        return None
    header = one_row_header(first, index)
    if any(title.heading for title in header.titles()):
        while len(header.rows) < _MOST_ROWS and (divided := _with_next_row(header, head)):
            header = divided
    return header


def _with_next_row(header: Header, head: Lookahead) -> Header | None:
    """Return a header with the record below it, where that divides its cells; else None."""
    following = head.at(header.end)
    if following is None:
        return None
    lower = _texts(following)
    blanks = [""] * (len(lower) - len(header.texts))
    lower += [""] * (len(header.texts) - len(lower))
    upper = [*header.shown(), *blanks]
    if not _divides(lower, upper):
        return None
    above = [_joined(*texts) for texts in zip([*header.above, *blanks], [*header.texts, *blanks], strict=True)]
    for column in range(1, len(lower)):
        if lower[column] and not upper[column]:
            above[column] = above[column - 1]
    return Header((*header.rows, following[0]), header.end + 1, tuple(above), tuple(lower))


def _joined(above: str, text: str) -> str:
    """Return two texts above each other as one; the lower alone where both are too long for a title."""
    both = f"{above} {text}".strip()
    return both if len(both) <= _LONGEST_TITLE else text


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
    if not filled or sum(map(bool, upper)) < 2 or not all(map(could_be_title, (lower[column] for column in filled))):
        return False
    shared = {column for column in range(len(upper)) if not upper[column] and any(upper[:column])}
    shared |= {column - 1 for column in shared if upper[column - 1]}
    if any(column in shared and not upper[column] for column in filled) and shared.issuperset(filled):
        return True
    known = sum(bool(title_of("", lower[column]).heading) for column in filled)
    repeated = any(upper[column] and upper[column] == upper[column - 1] for column in filled if column)
    return known * 2 > len(filled) and (repeated or any(not upper[column] for column in filled))


def could_be_title(text: str) -> bool:
    """Whether a text may name a column: it is short, and no number, address or name of a page."""
    return len(text) <= _LONGEST_TITLE and not text[0].isdigit() and not _NO_TITLE.match(text)

"""Which column of a table holds what: by what the columns are called and by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from fanpage_names.tables.grid import Grid, ReadOptions, Recognise, Record, Role, SheetLayout, cell_text
from fanpage_names.tables.header import HEAD, Header, Lookahead, find_header, header_at, one_row_header
from fanpage_names.tables.headings import Title
from fanpage_names.text.fold import fold_letters

_SAMPLE = 20
"""So many rows below a header are looked at where its words leave a doubt."""

_LONGEST_NAME = 150
_PAGE = re.compile(r"\W*(?:(?:trang|fanpage|page)\W+)?(?:mat\s+tran|mttq)(?!\w)")
_UNIT_OR_OFFICE = re.compile(
    r"\W*(?:tinh|thanh pho|tp|quan|huien|thi xa|thi tran|tt|xa|phuong|dac khu|ui ban|ub\w*|ban)\b"
)
_URL = re.compile(r"\s*(?:https?:|www\.|(?:\w+\.)?(?:facebook|fb)\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A table's layout, and what is below its header.

    Attributes:
        layout: where things are.
        titles: what the column of names is called, folded: on long lists the header comes again.
        records: the records below the header, read once.
    """

    layout: SheetLayout
    titles: frozenset[str]
    records: Iterator[Record]


def looks_like_page(text: str, recognise: Recognise) -> bool:
    """Whether a text reads like the name of a page, not like a unit's own name or a letterhead."""
    if not text or len(text) > _LONGEST_NAME:
        return False
    folded = fold_letters(normalize("NFC", text))
    return bool(_PAGE.match(folded)) or (not _UNIT_OR_OFFICE.match(folded) and recognise(text))


def looks_like_link(text: str) -> bool:
    """Whether a text begins like an address on the web."""
    return bool(_URL.match(text))


def find_columns(grid: Grid, options: ReadOptions, recognise: Recognise) -> Found | str:
    """Return where the names of a table are, or what its columns are where none looks like page names.

    Reads no further than it must: a header with a clear column of names is enough. A table without any text
    gives "".
    """
    head = Lookahead(grid.records)
    if options.header_row is None:
        header = find_header(head, options.column)
    else:
        header = header_at(head, options.header_row - 1) if options.header_row else Header((), 0)
    columns = _by_titles(header, head, recognise) if header else {}
    for role, told in options.columns.items():
        number = _told_column(told, header, head)
        if number is None:
            return _described(head, header)
        columns = _without(columns, number) | {role: number}
    if "name" not in columns:
        number = _fullest(head, header, lambda text: looks_like_page(text, recognise))
        if number is None:
            return _described(head, header)
        columns = _without(columns, number) | {"name": number}
    if header is None:
        header = _header_over(head, columns["name"], recognise)
        called = _by_headings(header.titles())
        columns = {role: number for role, number in called.items() if number not in columns.values()} | columns
        links = _fullest(head, header, looks_like_link)
        if links and "link" not in columns and links != columns["name"]:
            columns = _without(columns, links) | {"link": links}
    layout = SheetLayout(grid.file, grid.sheet, header.rows, columns)
    return Found(layout, header.called(columns["name"]), _records(grid, head.after(header.end), columns.get("link")))


def _records(grid: Grid, records: Iterator[Record], link: int | None) -> Iterator[Record]:
    """Return the records; a link behind a cell's text ("Xem trang") stands in its place where that is no address."""
    targets = grid.targets(link) if link else {}
    return (_with_link(record, link, targets) for record in records) if link and targets else records


def _with_link(record: Record, link: int, targets: Mapping[int, str]) -> Record:
    number, cells = record
    if number not in targets or len(cells) < link or looks_like_link(cell_text(cells[link - 1])):
        return record
    return number, (*cells[: link - 1], targets[number], *cells[link:])


def _without(columns: dict[Role, int], number: int) -> dict[Role, int]:
    """Return the columns without those that are `number`: a column has one role."""
    return {role: known for role, known in columns.items() if known != number}


def _by_headings(titles: Sequence[Title]) -> dict[Role, int]:
    """Return the column of each role that the titles announce: the surest, then the first."""
    columns: dict[Role, int] = {}
    for number, (heading, sure) in enumerate(titles, 1):
        if heading is None or heading == "other":
            continue
        if heading not in columns or sure > titles[columns[heading] - 1].sure:
            columns[heading] = number
    return columns


def _by_titles(header: Header, head: Lookahead, recognise: Recognise) -> dict[Role, int]:
    """Return the columns by their titles; where those for the name are vague or many, by the cells."""
    titles = header.titles()
    columns = _by_headings(titles)
    candidates = [number for number, title in enumerate(titles, 1) if title.heading == "name"]
    if not candidates or (len(candidates) == 1 and titles[candidates[0] - 1].sure > 1):
        return columns
    sample = head.first(header.end + _SAMPLE)[header.end :]
    texts = {number: _column(sample, number) for number in candidates}
    links = [n for n in candidates if _share(texts[n], looks_like_link) > 0.5]
    del columns["name"]
    if links:
        columns.setdefault("link", links[0])
    names = [number for number in candidates if number not in links]
    if names:
        pages = {n: _share(texts[n], lambda text: looks_like_page(text, recognise)) for n in names}
        columns["name"] = max(names, key=lambda n: (pages[n], titles[n - 1].sure, -n))
    return columns


def _told_column(told: str, header: Header | None, head: Lookahead) -> int | None:
    """Return the number of a column told by title, number or letters; None where there is none."""
    number = header.column_called(told) if header else None
    if number is None and told.isdecimal():
        number = int(told)
    elif number is None and re.fullmatch(r"[A-Za-z]{1,3}", told):
        number = 0
        for letter in told.upper():
            number = number * 26 + ord(letter) - ord("A") + 1
    width = max((len(cells) for _, cells in head.first((header.end if header else 0) + _SAMPLE)), default=0)
    return number if number and number <= width else None


def _column(records: Sequence[Record], number: int) -> list[str]:
    """Return the texts in a column, blank ones left out."""
    texts = (cell_text(cells[number - 1]).strip() for _, cells in records if len(cells) >= number)
    return [text for text in texts if text]


def _share(texts: Sequence[str], fits: Recognise) -> float:
    return sum(map(fits, texts)) / len(texts) if texts else 0.0


def _fullest(head: Lookahead, header: Header | None, fits: Recognise) -> int | None:
    """Return the column with the most cells that fit, at least half of those from the first one on."""
    records = head.first(HEAD)[header.end if header else 0 :]
    best = (0, 0)
    for number in range(1, max((len(cells) for _, cells in records), default=0) + 1):
        fitting = [fits(text) for text in _column(records, number)]
        count = sum(fitting)
        if count > best[0] and count * 2 >= len(fitting) - fitting.index(True):
            best = (count, number)
    return best[1] or None


def _header_over(head: Lookahead, number: int, recognise: Recognise) -> Header:
    """Return the row above the first name in a column, where it has a text there; else no header."""
    records = head.first(HEAD)
    filled = [index for index, record in enumerate(records) if _column([record], number)]
    for before, index in zip([None, *filled], filled, strict=False):
        if looks_like_page(_column([records[index]], number)[0], recognise):
            return one_row_header(records[before], before) if before is not None else Header((), index)
    return one_row_header(records[filled[0]], filled[0]) if filled else Header((), 0)


def _described(head: Lookahead, header: Header | None) -> str:
    """Return the columns of a table for a message: A 'TT', B 'Đơn vị' …; "" for a table without a text.

    They are called as the header says; without one, as the row with the most texts.
    """
    rows = [[cell_text(cell) for cell in cells] for _, cells in head.first(HEAD)]
    titles = [text or above for above, text in zip(header.above, header.texts, strict=True)] if header else []
    called = titles if any(titles) else max(rows, key=lambda texts: sum(map(bool, texts)), default=[])
    plain = (" ".join(text.split()) for text in called)
    return ", ".join(f"{column_letter(n)} '{text[:40]}'" for n, text in enumerate(plain, 1) if text)


def column_letter(number: int) -> str:
    """Return a spreadsheet column's letters, "A" for 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

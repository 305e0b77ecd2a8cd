"""Which column of a table holds what: by what the columns are called and by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fanpage_names.tables.grid import Grid, ReadOptions, Recognise, Record, Role, SheetLayout, cell_text
from fanpage_names.tables.header import HEAD, Header, Lookahead, find_header, header_at, one_row_header
from fanpage_names.tables.headings import Title, words
from fanpage_names.tables.looks import LONGEST_NAME, looks_like_link, looks_like_page, names_page
from fanpage_names.tables.places import column_letter
from fanpage_names.text.unbuilt import says_unbuilt

_SAMPLE = 20
"""So many rows below a header are looked at where its words leave a doubt."""

_PLACE: tuple[Role, ...] = ("unit", "district")
_OTHERS: tuple[Role, ...] = ("officer", "telephone", "date", "note", "link", "cluster", "followers")

Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a sheet; several may stand side by side.

    Attributes:
        columns: the column of each role, counted from 1.
        start: the index of its first column, counted from 0.
        end: the index after its last column; None where it goes on to the sheet's end.
    """

    columns: Mapping[Role, int]
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """A sheet's layout, and what is below its header.

    Attributes:
        layout: where things are.
        blocks: its tables, from left to right.
        titles: what the columns of names are called, folded: on long lists the header comes again.
        above: the records above the header.
        records: the records below the header, read once.
        grid: the sheet.
    """

    layout: SheetLayout
    blocks: Sequence[Block]
    titles: frozenset[str]
    above: Sequence[Record]
    records: Iterator[Record]
    grid: Grid


def find_columns(grid: Grid, options: ReadOptions, recognise: Recognise) -> FoundLayout | str:
    """Return where the names of a sheet are, or what its columns are where none looks like page names.

    Reads no further than it must: a header with a clear column of names is enough. A sheet without any text
    gives "".
    """
    head = Lookahead(grid.records)
    if options.header_row is None:
        header = find_header(head, options.column)
    else:
        header = header_at(head, options.header_row - 1) if options.header_row else Header((), 0)
    blocks = blocks_of(header, head, recognise) if header else []
    if len(blocks) < 2 or options.columns:
        one = _one_block(blocks[0].columns if blocks else {}, header, head, options, recognise)
        if one is None:
            return _described(head, header)
        header, columns = one
        blocks = [Block(columns)]
    assert header is not None
    first_row = header.above if len(header.rows) > 1 else header.texts
    layout = SheetLayout(grid.file, grid.sheet, header.rows, blocks[0].columns, titles=first_row)
    titles = frozenset(title for block in blocks for title in header.called(block.columns.get("name", 0)))
    above = head.first(header.end - len(header.rows)) if header.end > len(header.rows) else ()
    return FoundLayout(layout, blocks, titles, above, head.after(header.end), grid)


def blocks_of(header: Header, head: Lookahead, recognise: Recognise) -> list[Block]:
    """Return the tables under a header: two where the titles come twice, or a blank column parts them."""
    titles = header.titles()
    starts = [0, *_further_starts(header, titles)]
    blocks = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        columns = _by_titles(titles[start:end], header, head, recognise, start)
        blocks.append(Block(columns, start, end))
    if len(blocks) > 1 and not all("name" in block.columns for block in blocks):
        return [Block(_by_titles(titles, header, head, recognise, 0))]
    return blocks


def _further_starts(header: Header, titles: Sequence[Title]) -> Iterator[int]:
    """Yield where another table begins: its first title is that of the first table, or a blank column is before it."""
    texts = [words(text or above) for above, text in zip(header.above, header.texts, strict=True)]
    first = next((text for text in texts if text), "")
    begun = 0
    for column in range(1, len(texts)):
        after_gap = not texts[column - 1] and bool(texts[column])
        if not (texts[column] == first or after_gap):
            continue
        sure = 1 if texts[column : column + 2] == texts[begun : begun + 2] else 2
        if _is_table(titles[begun:column], sure) and _is_table(titles[column:], sure):
            begun = column
            yield column


def _is_table(titles: Sequence[Title], sure: int) -> bool:
    """Whether titles are those of a whole table: the name's, as sure as asked, and another one."""
    named = any(title.heading == "name" and title.sure >= sure for title in titles)
    return named and len({title.heading for title in titles if title.heading}) > 1


def _one_block(
    called: Mapping[Role, int], header: Header | None, head: Lookahead, options: ReadOptions, recognise: Recognise
) -> tuple[Header, dict[Role, int]] | None:
    """Return the header and the columns of a sheet with one table; None where no column holds names."""
    columns = dict(called)
    for role, told in options.columns.items():
        number = _told_column(told, header, head)
        if number is None:
            return None
        columns = _without(columns, number) | {role: number}
    if "name" not in columns:
        number = _column_of_names(columns, head, header, recognise)
        if number is None:
            nameless = header is not None and "unit" in columns and "link" in columns
            return (header, columns) if header is not None and nameless else None
        columns = _without(columns, number) | {"name": number}
    if header is None:
        header = _header_over(head, columns["name"], recognise)
        titled = _by_headings(header.titles(), 0)
        columns = {role: number for role, number in titled.items() if number not in columns.values()} | columns
        links = _fullest(head, header, looks_like_link)
        if links and "link" not in columns and links != columns["name"]:
            columns = _without(columns, links) | {"link": links}
    return header, columns


def _column_of_names(
    columns: Mapping[Role, int], head: Lookahead, header: Header | None, recognise: Recognise
) -> int | None:
    """Return the column that holds names though nothing calls it so: sure ones before those that only may be."""
    others = {number for number, title in enumerate(header.titles() if header else (), 1) if title.heading == "other"}
    if number := _fullest(head, header, names_page, but=others) or _fullest(head, header, names_page):
        return number
    known = {columns[role] for role in (*_PLACE, *_OTHERS) if role in columns}
    while number := _fullest(head, header, lambda text: looks_like_page(text, recognise), but=known):
        if header is not None or not _is_titled(number, _header_over(head, number, recognise)):
            return number
        known.add(number)
    return None


def _is_titled(number: int, header: Header) -> bool:
    """Whether a column is surely called something else than names: a list of units is no list of pages."""
    titles = header.titles()
    title = titles[number - 1] if number <= len(titles) else Title(None, 0)
    return title.sure > 1 and title.heading not in (None, "name", "other")


def _without(columns: dict[Role, int], number: int) -> dict[Role, int]:
    """Return the columns without those that are `number`: a column has one role."""
    return {role: known for role, known in columns.items() if known != number}


def _by_headings(titles: Sequence[Title], start: int) -> dict[Role, int]:
    """Return the column of each role that the titles announce: the surest, then the first.

    Of two columns of units the second is the lower level's, so that the first says where it lies.
    """
    columns: dict[Role, int] = {}
    for number, (heading, sure) in enumerate(titles, start + 1):
        if heading is None or heading == "other":
            continue
        if heading == "unit" and "unit" in columns and "district" not in columns and number == columns["unit"] + 1:
            columns["district"], columns["unit"] = columns["unit"], number
        elif heading not in columns or sure > titles[columns[heading] - 1 - start].sure:
            columns[heading] = number
    return columns


def _by_titles(
    titles: Sequence[Title], header: Header, head: Lookahead, recognise: Recognise, start: int
) -> dict[Role, int]:
    """Return the columns by their titles; where those for the name or the link are vague or many, by the cells."""
    columns = _by_headings(titles, start)
    names = [number for number, title in enumerate(titles, start + 1) if title.heading == "name"]
    links = [number for number, title in enumerate(titles, start + 1) if title.heading == "link"]
    vague = (None,) if links else (None, "note")
    unknown = [number for number, title in enumerate(titles, start + 1) if title.heading in vague]
    clear_name = len(names) == 1 and titles[names[0] - 1 - start].sure > 1
    if (clear_name or not names) and (len(links) == 1 or not (links or unknown)):
        return columns
    sample = head.first(header.end + _SAMPLE)[header.end :]

    def share(number: int, fits: Fits) -> float:
        return _share(_telling(sample, number), fits)

    if not clear_name and names:
        del columns["name"]
        links += [number for number in names if share(number, looks_like_link) > 0.5]
        if names := [number for number in names if number not in links]:
            page = {n: share(n, lambda text: looks_like_page(text, recognise)) for n in names}
            columns["name"] = max(names, key=lambda n: (page[n], titles[n - 1 - start].sure, -n))
    if len(links) != 1:
        full = {n: share(n, looks_like_link) for n in (*links, *unknown)}
        likely = [n for n in full if full[n] > 0 or n in links]
        if likely:
            columns["link"] = max(likely, key=lambda n: (full[n], -n))
    elif "link" not in columns:
        columns["link"] = links[0]
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


def _telling(records: Sequence[Record], number: int) -> list[str]:
    """Return the texts in a column that tell what it holds: not those that say that there is no page."""
    return [text for text in _column(records, number) if len(text) > LONGEST_NAME or not says_unbuilt(text)]


def _share(texts: Sequence[str], fits: Fits) -> float:
    return sum(map(fits, texts)) / len(texts) if texts else 0.0


def _fullest(
    head: Lookahead, header: Header | None, fits: Fits, *, but: frozenset[int] | set[int] = frozenset()
) -> int | None:
    """Return the column with the most cells that fit, at least half of those from the first one on."""
    records = head.first(HEAD)[header.end if header else 0 :]
    best = (0, 0)
    for number in range(1, max((len(cells) for _, cells in records), default=0) + 1):
        fitting = [fits(text) for text in _telling(records, number)] if number not in but else []
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
            return _whole_header(head, before) if before is not None else Header((), index)
    return one_row_header(records[filled[0]], filled[0]) if filled else Header((), 0)


def _whole_header(head: Lookahead, lower: int) -> Header:
    """Return the header whose last row is at an index: with the row above, where that divides it."""
    two = header_at(head, lower - 1) if lower else None
    return two if two and two.end == lower + 1 else one_row_header(head.first(lower + 1)[lower], lower)


def _described(head: Lookahead, header: Header | None) -> str:
    """Return the columns of a table for a message: A 'TT', B 'Đơn vị' …; "" for a table without a text.

    They are called as the header says; without one, as the row with the most texts.
    """
    rows = [[cell_text(cell) for cell in cells] for _, cells in head.first(HEAD)]
    titles = [text or above for above, text in zip(header.above, header.texts, strict=True)] if header else []
    called = titles if any(titles) else max(rows, key=lambda texts: sum(map(bool, texts)), default=[])
    plain = (" ".join(text.split()) for text in called)
    return ", ".join(f"{column_letter(n)} '{text[:40]}'" for n, text in enumerate(plain, 1) if text)

"""What becomes of pages, as lines for people: pages that become one stand together, the one to keep first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from fanpage_names.history.wording import evidence_text, ground_text
from fanpage_names.lang import Lang, Text
from fanpage_names.migrate import Migrated, together
from fanpage_names.naming import canonical_name
from fanpage_names.reports import titles
from fanpage_names.reports.migration import words
from fanpage_names.rows import Row
from fanpage_names.tables.table import Cell, Table
from fanpage_names.text.counts import read_count
from fanpage_names.units.model import Style, Unit, UnitList

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Migration:
    """Pages with what becomes of them, and what to show.

    Attributes:
        pages: the pages, in input order.
        to_list: the list of their new names.
        style: the style of these.
        titles: the titles of the lists that the pages are named under, by id.
        sources: whether what each change rests on is shown too.
        together: whether tables for programs have the pages of a group side by side; those for people always do.
        with_contacts: whether officers may be named in what is passed on: web pages and letters.
    """

    pages: Sequence[Migrated]
    to_list: UnitList
    style: Style
    titles: Mapping[str, str]
    sources: bool = False
    together: bool = False
    with_contacts: bool = False

    @property
    def sheet(self) -> str:
        """The file and the sheet that all pages come from; empty where there are several, or none."""
        sheets = {(page.row.file, page.row.sheet) for page in self.pages}
        return " · ".join(part for part in sheets.pop() if part and part != "-") if len(sheets) == 1 else ""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page.

    Attributes:
        page: the page.
        number: of the line, from 1.
        name: what it is called now.
        new_name: the name to take, or the names to choose from.
        todo: what to do.
        kept: which page is proposed to be kept; or who could take it over.
        link: its address.
        officer: who runs it, and the telephone number.
        followers: how many follow it, as the file has it.
        ground: what happened, when, by which resolution.
        evidence: what that rests on; empty where it is not asked for.
        row: where it is reported: the row's number where all come from one sheet, else with file and sheet.
        first: whether it is the first of its group, or alone.
    """

    page: Migrated
    number: int
    name: str
    new_name: str
    todo: str
    kept: str
    link: str
    officer: str
    followers: str
    ground: str
    evidence: str
    row: str
    first: bool


class Column(NamedTuple):
    """A column of the lists for people.

    Attributes:
        heading: what it is called.
        share: how wide it is beside the others.
        cell: what it has of a line.
        personal: whether it names officers.
    """

    heading: Text
    share: int
    cell: Callable[[PageRow], Cell]
    personal: bool = False


_FIRST = (
    Column(titles.NUMBER, 6, lambda line: line.number),
    Column(words.NAME, 22, lambda line: line.name),
    Column(words.NEW_NAME, 20, lambda line: line.new_name),
    Column(words.TODO, 15, lambda line: line.todo),
)
_OTHERS = (
    Column(words.KEPT, 24, lambda line: line.kept),
    Column(titles.LINK, 24, lambda line: line.link),
    Column(words.OFFICER, 15, lambda line: line.officer, personal=True),
    Column(words.FOLLOWERS, 14, lambda line: line.followers),
    Column(words.GROUND, 26, lambda line: line.ground),
    Column(words.EVIDENCE, 22, lambda line: line.evidence),
    Column(words.PLACE, 9, lambda line: line.row),
)


def columns(found: Sequence[PageRow], *, personal: bool = True) -> Sequence[Column]:
    """Return the columns that have something to say of any line; those that name officers only where wanted."""
    wanted = (column for column in _OTHERS if personal or not column.personal)
    return (*_FIRST, *(column for column in wanted if any(column.cell(line) for line in found)))


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages that become one: the one proposed to be kept, why, and the others.

    Attributes:
        pages: the one to keep first.
        why: "followers" (most people follow it), "name" or "code" (the new unit kept those of its unit), "first".
    """

    pages: Sequence[Migrated]
    why: str


def groups(pages: Sequence[Migrated]) -> Iterator[PageGroup]:
    """Yield the pages, those that become one together, where the first of them stood."""
    numbered = enumerate(together(pages))
    for _, members in groupby(numbered, key=lambda each: each[1].group or -each[0] - 1):
        yield _group([page for _, page in members])


def _group(pages: Sequence[Migrated]) -> PageGroup:
    counts = [read_count(page.row.followers or "") for page in pages]
    most = max((count for count in counts if count is not None), default=None)
    if most is not None and counts.count(most) == 1:
        first = pages[counts.index(most)]
        return PageGroup((first, *(page for page in pages if page is not first)), "followers")
    succession = pages[0].succession
    why = "name" if succession and succession.name_kept else "code" if succession and succession.code_kept else "first"
    return PageGroup(pages, why)


def page_rows(migration: Migration, lang: Lang) -> Iterator[PageRow]:
    """Yield a line for each page, the pages of a group one after the other."""
    number = 0
    for group in groups(migration.pages):
        for page in group.pages:
            number += 1
            yield _line(migration, group, page, number, lang)


def _line(migration: Migration, group: PageGroup, page: Migrated, number: int, lang: Lang) -> PageRow:
    row, kept = page.row, group.pages[0]
    return PageRow(
        page,
        number,
        row.name,
        _new_name(migration, page, lang),
        _todo(page, kept, lang),
        _kept(group, page, lang),
        _link(row, lang),
        ", ".join(part.strip() for part in (row.officer, row.telephone) if part and part.strip()),
        (row.followers or "").strip(),
        ground_text(page.succession).in_lang(lang) if page.succession else "",
        evidence_text(page.succession).in_lang(lang) if page.succession and migration.sources else "",
        str(row.row) if migration.sheet else row.place().in_lang(lang),
        page is kept,
    )


def _link(row: Row, lang: Lang) -> str:
    """Return the page's address as short as it can be typed; that there is none where the file has links."""
    if row.link is None:
        return ""
    return _SCHEME.sub("", row.link.strip()) or words.NO_LINK.in_lang(lang)


def _new_name(migration: Migration, page: Migrated, lang: Lang) -> str:
    if page.page_name:
        return page.page_name
    if page.succession and page.succession.units:
        units = page.succession.units
        names = (canonical_name(migration.to_list, unit, migration.style) for unit in units)
        return words.ONE_OF.format(names="; ".join(names)).in_lang(lang)
    return ""


def _todo(page: Migrated, kept: Migrated, lang: Lang) -> str:
    what = words.TODOS[page.action] if page.is_page or page.unit is None else words.NO_PAGE
    if page.group and page is kept:
        what = words.KEEP if page.row.name == page.page_name else words.KEEP_AND_RENAME
    said = what.in_lang(lang)
    return words.LOOK_FIRST.format(what=said).in_lang(lang) if page.meant.doubts else said


def _kept(group: PageGroup, page: Migrated, lang: Lang) -> str:
    if page.group:
        kept = group.pages[0]
        return words.THIS_PAGE[group.why].in_lang(lang) if page is kept else f"“{kept.row.name}”"
    if page.action == "close" and page.area:
        return words.TAKEN_OVER.format(units=_named(page.area)).in_lang(lang)
    if page.candidates:
        return words.MAY_BE.format(units="; ".join(unit.name_with_district for unit, _ in page.candidates)).in_lang(
            lang
        )
    return ""


def _named(units: Sequence[Unit]) -> str:
    return ", ".join(unit.name_with_type for unit in units)


def merged_into(line: PageRow, kept: PageRow, lang: Lang) -> str:
    """Return what to do with a page that is merged, with the row of the page that is kept."""
    place = kept.page.row
    here = (place.file, place.sheet) == (line.page.row.file, line.page.row.sheet)
    shown = Row(place.name, row=place.row) if here else place
    return words.MERGE_INTO.format(place=shown.place().in_lang(lang)).in_lang(lang)


def people_table(migration: Migration, lang: Lang) -> Table:
    """Return the lines under their headings."""
    found = list(page_rows(migration, lang))
    shown = columns(found)
    headings = tuple(column.heading.in_lang(lang) for column in shown)
    return Table(headings, [[column.cell(line) for column in shown] for line in found])


def head(migration: Migration, lang: Lang) -> Iterator[str]:
    """Yield the lines below the title: by which list the new names are, by which the names now, and the figures."""
    yield from words.legend(migration.to_list.title, migration.pages, migration.titles, lang)
    if migration.sheet:
        yield words.FILE.format(file=migration.sheet).in_lang(lang)
    yield words.figures(migration.pages, lang)

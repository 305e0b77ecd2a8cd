"""What becomes of pages after mergers, as a table for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from fanpage_names.history.changes import Succession
from fanpage_names.history.wording import evidence_text, succession_text
from fanpage_names.lang import Lang
from fanpage_names.migrate import Migrated
from fanpage_names.tables.table import Cell, Table
from fanpage_names.units.model import Unit, described

COLUMNS = (
    "file",
    "sheet",
    "row",
    "submitted",
    "link",
    "action",
    "list",
    "code",
    "unit",
    "doubts",
    "new_code",
    "new_unit",
    "page_name",
    "group",
    "order",
    "kept",
    "candidates",
    "changes",
)
"""Where the page is reported; what to do; the unit that it was named for, in which list, and
the rules that leave a doubt about it; the unit that follows and the
name its page should have; its place among the pages that lead to one unit, and whether that unit kept the name or the
code of its own; which units could be meant, follow or take the page over, where it is not one; what happened, when, by
which resolution."""

SOURCES_COLUMN = "evidence"
"""What each change rests on, and how good that is."""


def migration_table(pages: Iterable[Migrated], lang: Lang, *, sources: bool = False) -> Table:
    """Return the table of the pages; with a column for what each change rests on where `sources` is set."""
    columns = (*COLUMNS, SOURCES_COLUMN) if sources else COLUMNS
    return Table(columns, (tuple(islice(_cells(page, lang), len(columns))) for page in pages))


def _cells(page: Migrated, lang: Lang) -> Iterator[Cell]:
    row, was, succession = page.row, page.meant.unit, page.succession
    yield from (row.file, row.sheet, row.row, row.name, row.link, page.action)
    yield from (page.meant.list_id, was.code, was.name_with_district) if was else (None, None, None)
    yield " ".join(page.meant.doubts) or None
    yield from (page.unit.code, page.unit.name_with_district) if page.unit else (None, None)
    yield from (page.page_name, page.group, page.order)
    yield _kept(succession) if page.group and succession else None
    yield _candidates(page) or None
    yield succession_text(succession).in_lang(lang) if succession else None
    yield evidence_text(succession).in_lang(lang) if succession else None


def _kept(succession: Succession) -> str | None:
    if succession.name_kept:
        return "name"
    return "code" if succession.code_kept else None


def _candidates(page: Migrated) -> str:
    if page.succession and page.unit is None:
        return _listed(page.succession.units or page.area)
    return "; ".join(f"{described(unit)} → {_listed(then.units) or '–'}" for unit, then in page.candidates)


def _listed(units: Iterable[Unit]) -> str:
    return ", ".join(map(described, units))

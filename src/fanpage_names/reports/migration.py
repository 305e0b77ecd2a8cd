"""What becomes of pages after mergers: as a table, as a web page, and in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any

from fanpage_names.history.model import Succession
from fanpage_names.history.words import evidence_text, succession_text, unit_text
from fanpage_names.lang import Lang, Text
from fanpage_names.migrate import Migrated
from fanpage_names.reports.spoken import spoken
from fanpage_names.reports.table_page import write_table_page
from fanpage_names.reports.words import ACTIONS
from fanpage_names.rows import Row
from fanpage_names.tables import writing
from fanpage_names.tables.drawing import draw
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.units.finding import described
from fanpage_names.units.model import Unit

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
code of its own; which units could be meant or follow, where it is not one; what happened, when, by which resolution."""

SOURCES_COLUMN = "evidence"
"""What each change rests on, and how good that is."""

_SHORT_COLUMNS = ("where", "submitted", "action", "page_name", "changes")
_RATIOS = (3, 4, 2, 4, 6)
_NARROWEST = 72
_TITLE = Text("Trang sau sáp nhập", "Pages after mergers")
_INTO = Text(" (còn {groups} trang)", " (into {groups})")
_DOUBTS = Text("cần người xem lại {n}", "for a person to look at {n}")
_PAGES = Text("{n} trang", "{n} pages")
_ONE_PAGE = Text("1 trang", "1 page")


def write_short(table: Table, stream: IO[str], options: Options) -> None:
    """Write of each page where it is reported, its name, what to do, the name it should have, and why."""
    rows = (_short(dict(zip(table.columns, row, strict=True))) for row in table.rows)
    short = spoken(Table(_SHORT_COLUMNS, rows), options.lang)
    if options.width is None or options.width < _NARROWEST:
        writing.write_table(short, stream, options)
    else:
        cells = ([writing.printable(str(cell or "")) for cell in row] for row in short.rows)
        draw(short.columns, cells, stream, options, ratios=_RATIOS)


def _short(page: Mapping[str, Any]) -> tuple[Cell, ...]:
    where = Row(page["submitted"], page["file"], page["sheet"], page["row"]).locator()
    why = "; ".join(filter(None, (page["changes"], page["candidates"], page["doubts"])))
    return where, page["submitted"], page["action"], page["page_name"], why


def write_html(table: Table, stream: IO[str], options: Options) -> None:
    """Write the table as a web page."""
    write_table_page(table, stream, options, title=_TITLE)


def migration_table(pages: Iterable[Migrated], lang: Lang, *, sources: bool = False) -> Table:
    """Return the table of the pages; with a column for what each change rests on where `sources` is set."""
    columns = (*COLUMNS, SOURCES_COLUMN) if sources else COLUMNS
    return Table(columns, (tuple(islice(_cells(page, lang), len(columns))) for page in pages))


def _cells(page: Migrated, lang: Lang) -> Iterator[Cell]:
    row, was, succession = page.row, page.meant.unit, page.succession
    yield from (row.file, row.sheet, row.row, row.name, row.link, page.action)
    yield from (page.meant.list_id, was.code, unit_text(was)) if was else (None, None, None)
    yield " ".join(page.meant.doubts) or None
    yield from (page.unit.code, unit_text(page.unit)) if page.unit else (None, None)
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
        return _listed(page.succession.units)
    return "; ".join(f"{described(unit)} → {_listed(then.units) or '–'}" for unit, then in page.candidates)


def _listed(units: Iterable[Unit]) -> str:
    return ", ".join(map(described, units))


def figures(pages: Sequence[Migrated], lang: Lang) -> str:
    """Return in one line how many pages there are, and what becomes of how many."""
    counts = Counter(page.action for page in pages)
    groups = len({page.group for page in pages} - {None})
    said = []
    for action, word in ACTIONS.items():
        if number := counts[action]:
            into = _INTO.format(groups=groups).in_lang(lang) if action == "merge" else ""
            said.append(f"{word.in_lang(lang)} {number}{into}")
    if doubts := sum(bool(page.meant.doubts) for page in pages):
        said.append(_DOUBTS.format(n=doubts).in_lang(lang))
    count = (_ONE_PAGE if len(pages) == 1 else _PAGES).format(n=len(pages)).in_lang(lang)
    return f"{count}: {', '.join(said)}" if said else count

"""table: the pages drawn for a terminal, those that become one below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from fanpage_names.lang import Lang
from fanpage_names.reports import titles
from fanpage_names.reports.migration import words
from fanpage_names.reports.migration.page_rows import Migration, PageRow, merged_into, page_rows
from fanpage_names.rows import Listed, place_of
from fanpage_names.tables import writing
from fanpage_names.tables.drawing import draw, wrapped
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import printable

_RATIOS = (0, 5, 5, 5)
_SEVERAL_FILES = (4, 6, 6, 5)


def write_table(migration: Migration, stream: IO[str], options: Options) -> None:
    """Write of each page its row, its name, the name to take and what to do; the file once where there is but one."""
    lang = options.lang
    alone = bool(migration.sheet)
    if alone:
        stream.write(f"{printable(migration.sheet)}\n")
    columns = (titles.ROW if alone else words.PLACE, words.NAME, words.NEW_NAME, words.TODO)
    headings = tuple(column.in_lang(lang) for column in columns)
    rows = _rows(migration, lang)
    if options.width is None:
        writing.write_text(Table(headings, rows), stream, options)
    else:
        draw(headings, rows, stream, options, ratios=_RATIOS if alone else _SEVERAL_FILES)
        notes = words.legend(migration.to_list.title, migration.pages, migration.titles, lang)
        stream.writelines(f"{wrapped(printable(note), options.width)}\n" for note in notes)


def _rows(migration: Migration, lang: Lang) -> Iterator[Sequence[str]]:
    """Yield the cells of each line; of several files each is named where its rows begin."""
    kept: PageRow | None = None
    listed: Listed | None = None
    for line in page_rows(migration, lang):
        row = line.page.row
        place = line.row if migration.sheet or row.listed != listed else place_of((None, None), [row.row]).in_lang(lang)
        listed = row.listed
        kept = line if line.first or kept is None else kept
        todo = line.todo if line.first else merged_into(line, kept, lang)
        more = "" if line.page.group else line.kept
        yield tuple(
            map(
                printable,
                (
                    place,
                    line.name,
                    line.new_name if line.first else f"└ {line.new_name}",
                    "; ".join(filter(None, (todo, more))),
                ),
            )
        )

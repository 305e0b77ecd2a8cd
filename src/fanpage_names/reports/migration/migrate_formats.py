"""The output formats of `migrate`: tables for programs, and lists for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, Any

from fanpage_names.tables import writing
from fanpage_names.tables.formats import Format, Options, late
from fanpage_names.tables.table import Table

if TYPE_CHECKING:
    from fanpage_names.reports.migration.page_rows import Migration

_HERE = __package__


def _flat(plain: Format[Table]) -> Format[Migration]:
    """Return the format of a table for programs as one of migrations."""

    def write(migration: Migration, stream: IO[Any], options: Options) -> None:
        from fanpage_names.migrate import together
        from fanpage_names.reports.migration.flat import migration_table

        pages = together(migration.pages) if migration.together else migration.pages
        plain.write(migration_table(pages, options.lang, sources=migration.sources), stream, options)

    return Format(write, plain.endings, plain.binary, plain.bom_in_files)


def _for_people(write_table: Callable[[Table, IO[str], Options], None], *endings: str) -> Format[Migration]:
    """Return the format of a table for people as one of migrations."""

    def write(migration: Migration, stream: IO[str], options: Options) -> None:
        from fanpage_names.reports.migration.page_rows import people_table

        write_table(people_table(migration, options.lang), stream, options)

    return Format(write, endings)


FORMATS: Mapping[str, Format[Migration]] = {
    "table": Format(late(f"{_HERE}.terminal_list", "write_table")),
    "text": _for_people(writing.write_text, ".txt"),
    **{name: _flat(writing.FORMATS[name]) for name in ("csv", "tsv", "json", "jsonl")},
    "xlsx": Format(late(f"{_HERE}.workbook", "write_xlsx"), (".xlsx",), binary=True),
    "html": Format(late(f"{_HERE}.webpage", "write_html"), (".html", ".htm")),
    "docx": Format(late(f"{_HERE}.document", "write_docx"), (".docx",), binary=True),
    "md": _for_people(writing.write_md, ".md"),
}

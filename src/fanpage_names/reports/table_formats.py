"""The output formats of every `Table`: those for people speak their language, the others keep the columns' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import IO, Any

from fanpage_names.tables.formats import Format, Options, late
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import FORMATS as PLAIN_FORMATS


def for_people(plain: Format[Table]) -> Format[Table]:
    """Return the format with headings and words in the reader's language."""

    def write(table: Table, stream: IO[Any], options: Options) -> None:
        from fanpage_names.reports.spoken import spoken

        on_terminal = options.width is not None and table.brief
        plain.write(spoken(table.only(table.brief) if on_terminal else table, options.lang), stream, options)

    return replace(plain, write=write)


_FOR_PEOPLE = ("table", "text", "xlsx", "md", "docx")

_PLAIN = {**PLAIN_FORMATS, "docx": Format(late("fanpage_names.tables.docx_writing", "write_table"), (".docx",), True)}

FORMATS: Mapping[str, Format[Table]] = {
    name: for_people(plain) if name in _FOR_PEOPLE else plain for name, plain in _PLAIN.items()
}

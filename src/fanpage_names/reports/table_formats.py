"""The output formats of every `Table`: those for people speak their language, the others keep the columns' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import IO, Any

from fanpage_names.tables.formats import Format, Options, late
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import FORMATS as PLAIN_FORMATS


def for_people(plain: Format[Table], *, on_paper: bool = False) -> Format[Table]:
    """Return the format with headings and words in the reader's language; brief on paper and on a terminal."""

    def write(table: Table, stream: IO[Any], options: Options) -> None:
        from fanpage_names.reports.spoken import spoken

        brief = table.brief and (on_paper or options.width is not None)
        plain.write(spoken(table.only(table.brief) if brief else table, options.lang), stream, options)

    return replace(plain, write=write)


_FOR_PEOPLE = ("table", "text", "xlsx", "md", "docx")

_PLAIN = {**PLAIN_FORMATS, "docx": Format(late("fanpage_names.tables.docx_writing", "write_table"), (".docx",), True)}

FORMATS: Mapping[str, Format[Table]] = {
    name: for_people(plain, on_paper=name == "docx") if name in _FOR_PEOPLE else plain for name, plain in _PLAIN.items()
}

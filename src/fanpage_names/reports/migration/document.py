"""docx: the pages as a list to attach to a letter."""

from __future__ import annotations

from typing import IO

from fanpage_names.lang import Text
from fanpage_names.reports.migration import words
from fanpage_names.reports.migration.page_rows import Migration, PageRow, columns, head, page_rows
from fanpage_names.tables.docx_writing import Paper
from fanpage_names.tables.formats import Options

_ATTACHED = Text("(Kèm theo Công văn số ……/MTTQ-BTT ngày ……/……/20……)", "(Attached to letter no. …… of ……)")
_TINT = "EEF3FA"


def write_docx(migration: Migration, stream: IO[bytes], options: Options) -> None:
    """Write the list across A4; pages that become one are shaded alike, the one to keep first."""
    lang = options.lang
    found = list(page_rows(migration, lang))
    shown = [column for column in columns(found) if column.heading != words.PLACE]
    paper = Paper(landscape=True)
    paper.title(words.TITLE.in_lang(lang).upper())
    paper.note(_ATTACHED.in_lang(lang))
    for text in head(migration, lang):
        paper.line(text)
    paper.table(
        [column.heading.in_lang(lang) for column in shown],
        [column.share for column in shown],
        (([column.cell(line) for column in shown], shade(line)) for line in found),
    )
    paper.write(stream)


def shade(line: PageRow) -> str | None:
    """Return the colour of a line: that of every second group."""
    return _TINT if line.page.group and line.page.group % 2 else None

"""html: one file that opens without a network: a table on a wide screen and on paper, cards on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from fanpage_names.lang import Lang
from fanpage_names.reports import titles
from fanpage_names.reports.migration import words
from fanpage_names.reports.migration.page_rows import Column, Migration, PageRow, columns, head, page_rows
from fanpage_names.reports.offline_page import asset, page_head, text
from fanpage_names.reports.spans import clipped
from fanpage_names.tables.formats import Options

_HERE = __package__ or ""
_REPORTS = _HERE.rpartition(".")[0]


def write_html(migration: Migration, stream: IO[str], options: Options) -> None:
    """Write the page; pages that become one are a body of the table, the one to keep first."""
    lang = options.lang
    found = list(page_rows(migration, lang))
    shown = columns(found, personal=migration.with_contacts)
    title = words.TITLE.in_lang(lang)
    stream.write(page_head(title, lang, asset(_REPORTS, "palette.css") + asset(_HERE, "webpage.css")))
    stream.write(f"<header>\n<h1>{text(title)}</h1>\n")
    stream.writelines(f"<p>{text(said)}</p>\n" for said in head(migration, lang))
    stream.write("</header>\n<table>\n<thead><tr>")
    stream.writelines(f'<th scope="col">{text(column.heading.in_lang(lang))}</th>' for column in shown)
    stream.write("</tr></thead>\n")
    stream.writelines(_bodies(found, shown, lang))
    stream.write("</table>\n</body>\n</html>\n")


def _bodies(found: Sequence[PageRow], shown: Sequence[Column], lang: Lang) -> Iterator[str]:
    """Yield the rows, those of each group in a body of their own."""
    for line in found:
        if line.first:
            yield "</tbody>\n" if line is not found[0] else ""
            yield f'<tbody class="{"group" if line.page.group else line.page.action}">\n'
        yield _row(line, shown, lang)
    yield "</tbody>\n" if found else ""


def _row(line: PageRow, shown: Sequence[Column], lang: Lang) -> str:
    look = ' class="kept"' if line.page.group and line.first else ""
    cells = "".join(_cell(column, line, lang) for column in shown)
    return f"<tr{look}>{cells}</tr>\n"


def _cell(column: Column, line: PageRow, lang: Lang) -> str:
    """Return a cell; `data-w` is its heading on a phone."""
    cell = column.cell(line)
    said = "" if cell is None else text(clipped(str(cell)))
    if column.heading == titles.LINK:
        said = said.replace("/", "/<wbr>")
    kind = _KINDS.get(column.heading)
    look = f' class="{kind}"' if kind else ""
    return f'<td{look} data-w="{text(column.heading.in_lang(lang))}">{said}</td>'


_KINDS = {
    titles.NUMBER: "no",
    words.NAME: "name",
    words.NEW_NAME: "new",
    words.TODO: "todo",
    words.KEPT: "kept-as",
    words.GROUND: "ground",
    titles.LINK: "link",
    words.PLACE: "at",
}

"""html: any table as one file that opens without a network."""

from __future__ import annotations

from typing import IO

from fanpage_names.lang import Text
from fanpage_names.reports.offline_page import asset, page_head, text
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table

_HERE = __package__


def write_table_page(table: Table, stream: IO[str], options: Options, *, title: Text) -> None:
    """Write the page, a row at once as it comes."""
    head = title.in_lang(options.lang)
    columns = "".join(f'<th scope="col">{text(name)}</th>' for name in table.columns)
    stream.write(page_head(head, options.lang, asset(_HERE, "palette.css") + asset(_HERE, "table_page.css")))
    stream.write(f"<h1>{text(head)}</h1>\n<table>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n")
    for row in table.rows:
        stream.write("".join(["<tr>", *(f"<td>{_text(cell)}</td>" for cell in row), "</tr>\n"]))
    stream.write("</tbody>\n</table>\n</body>\n</html>\n")


def _text(cell: Cell) -> str:
    return "" if cell is None else text(str(cell))

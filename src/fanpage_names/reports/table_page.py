"""html: any table as one file that opens without a network."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import IO

from fanpage_names.lang import Text
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.tables.writing import printable

# Nothing may be loaded, sent or run.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'"


def write_table_page(table: Table, stream: IO[str], options: Options, *, title: Text) -> None:
    """Write the page, a row at once as it comes."""
    columns = "".join(f'<th scope="col">{_text(name)}</th>' for name in table.columns)
    head, lang = escape(title.in_lang(options.lang)), options.lang
    style = (files("fanpage_names.reports") / "table_page.css").read_text(encoding="utf-8")
    stream.write(
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<h1>{head}</h1>\n<table>\n"
        f"<thead><tr>{columns}</tr></thead>\n<tbody>\n"
    )
    for row in table.rows:
        stream.write("".join(["<tr>", *(f"<td>{_text(cell)}</td>" for cell in row), "</tr>\n"]))
    stream.write("</tbody>\n</table>\n</body>\n</html>\n")


def _text(cell: Cell) -> str:
    return "" if cell is None else escape(printable(str(cell)))

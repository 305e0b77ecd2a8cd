"""Tables written as text: csv, tsv, json, jsonl, md, plain columns, and a drawn table on a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from fanpage_names.tables.drawing import draw
from fanpage_names.tables.formats import Format, Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.tables.xlsx_writing import write_xlsx

# What spreadsheets take for the beginning of a formula; OWASP, "CSV Injection".
# Full-width and small forms count as the signs themselves; what spreadsheets strip may stand before them.
_FORMULA = re.compile("[\t\r]|[\\n\\v\\f\\0\x85\u2028\u2029\u200b\ufeff]*[=+\\-@＝＋－＠﹦﹢﹣﹫]")
_MD_SPECIAL = re.compile(r"[\\`*\[\]<>|~&$]|(?<!\w)_|_(?!\w)")
# What GitHub would make a link or a mention of: https://github.github.com/gfm/#autolinks-extension-
_MD_ADDRESS = re.compile(r"(?<=www)\.|:(?=//)|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_MD_AT = re.compile(r"@(?=\w)")
_to_json = json.JSONEncoder(ensure_ascii=False).encode


class _LineEnds:
    r"""Gives lines of csv the line end "\n".

    A `csv.writer` quotes a lone "\r" only where "\r" is part of its own line end (before Python 3.13), so it
    has to write "\r\n".
    """

    def __init__(self, stream: IO[str]) -> None:
        self._write = stream.write

    def write(self, line: str) -> int:
        return self._write(line[:-2] + "\n")


def write_csv(table: Table, stream: IO[str], options: Options, *, delimiter: str = ",") -> None:
    """Write comma-separated values, a row at once as it comes.

    Cells that a spreadsheet would take for a formula get a leading apostrophe, unless `options.raw`.
    """
    import csv

    if options.bom:
        stream.write("\ufeff")
    writer = csv.writer(_LineEnds(stream), delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows if options.raw else map(_guarded, table.rows))


def write_tsv(table: Table, stream: IO[str], options: Options) -> None:
    """Write tab-separated values; quoting and formulas as in `write_csv`."""
    write_csv(table, stream, options, delimiter="\t")


def _guarded(row: Sequence[Cell]) -> list[Cell]:
    return ["'" + cell if isinstance(cell, str) and _is_formula(cell) else cell for cell in row]


def _is_formula(text: str) -> bool:
    return _FORMULA.match(text) is not None and text != "-"  # "-" alone is standard input, and no formula


def write_jsonl(table: Table, stream: IO[str], options: Options) -> None:
    """Write one JSON object a row and line."""
    write_json_lines(_objects(table), stream)


def write_json(table: Table, stream: IO[str], options: Options) -> None:
    """Write a JSON array with an object for each row, an object a line."""
    write_json_array(_objects(table), stream)


def _objects(table: Table) -> Iterator[dict[str, Cell]]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def write_json_lines(values: Iterable[object], stream: IO[str]) -> None:
    """Write each value as a line of JSON, at once as it comes; the values must be made of JSON's types."""
    for value in values:
        stream.write(_to_json(value) + "\n")


def write_json_array(values: Iterable[object], stream: IO[str]) -> None:
    """Write the values as one JSON array, a line each, at once as they come."""
    before = "[\n"
    for value in values:
        stream.write(before + _to_json(value))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def write_md(table: Table, stream: IO[str], options: Options) -> None:
    """Write a Markdown table (GitHub's); what Markdown would read as its own signs is escaped."""
    stream.write(_md_row(table.columns) + "|".join(["", *(" --- " for _ in table.columns), ""]) + "\n")
    for row in table.rows:
        stream.write(_md_row(row))


def _md_row(row: Sequence[Cell]) -> str:
    return "".join(f"| {md_text('' if cell is None else str(cell))} " for cell in row) + "|\n"


def md_text(text: str) -> str:
    """Return `text` on one line so that Markdown shows it as it is; a line break becomes `<br>`."""
    return "<br>".join(map(_md_line, text.splitlines()))


def _md_line(line: str) -> str:
    shown = _MD_ADDRESS.sub(r"\\\g<0>", _MD_SPECIAL.sub(r"\\\g<0>", printable(line)))
    return _MD_AT.sub("@<!---->", shown)  # no backslash keeps it from a mail's address


def write_text(table: Table, stream: IO[str], options: Options) -> None:
    """Write plain columns without lines, never wrapped; reads all rows first."""
    rows = [[_one_line(cell) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        stream.write(line.rstrip() + "\n")


def _one_line(cell: Cell) -> str:
    return "" if cell is None else printable(str(cell))


def printable(text: str) -> str:
    r"""Return `text` with each character that shows nothing, or moves a cursor, written as in "\u200b"."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def write_table(table: Table, stream: IO[str], options: Options) -> None:
    """Write a drawn table as wide as the terminal; plain columns where the output is no terminal."""
    if options.width is None:
        write_text(table, stream, options)
        return
    draw(table.columns, ([_one_line(cell) for cell in row] for row in table.rows), stream, options)


FORMATS: Mapping[str, Format[Table]] = {
    "table": Format(write_table),
    "text": Format(write_text, (".txt",)),
    "csv": Format(write_csv, (".csv",), bom_in_files=True),
    "tsv": Format(write_tsv, (".tsv",)),
    "json": Format(write_json, (".json",)),
    "jsonl": Format(write_jsonl, (".jsonl",)),
    "xlsx": Format(write_xlsx, (".xlsx",), binary=True),
    "md": Format(write_md, (".md",)),
}

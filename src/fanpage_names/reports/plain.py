"""text: lines for people, in the way of compilers and linters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import IO

from fanpage_names.reports.spans import is_error, pieces
from fanpage_names.reports.words import RIGHT_NAME, place, right_name
from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import printable


def write_text(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write what deviates, at once as it comes: a line each, below them the name and the right name.

    "^" stands under errors and missing parts, "~" under warnings. Names without a deviation are left out.
    """
    for checked in results:
        if checked.result.diagnostics:
            stream.write(_block(checked, options))


def _block(checked: Checked, options: Options) -> str:
    where = place(checked.row)
    lines = [f"{where}: {found.code} {found.message}" for found in checked.result.diagnostics]
    name, marks = "", ""
    for piece in pieces(checked):
        shown = printable(piece.text)
        mark = " " if not piece.found else "^" if is_error(piece) else "~"
        if not shown:  # a place where something is missing
            name, marks = name + " ", marks + mark
            continue
        name, marks = name + shown, marks + mark * _cells(shown)
    lines.append(f"    {name}")
    lines.append(f"    {marks}")
    if right := right_name(checked.result):
        lines.append(f"    {RIGHT_NAME.in_lang(options.lang)}: {right}")
    return "".join(printable(line).rstrip() + "\n" for line in lines)


def _cells(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)

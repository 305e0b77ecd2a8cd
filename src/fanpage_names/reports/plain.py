"""text: lines for people, in the way of compilers and linters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import IO, NamedTuple

from fanpage_names.reports.labels import RIGHT_NAME, right_name
from fanpage_names.reports.spans import Piece, cells_shown, is_error
from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import printable

_INDENT = " " * 4
_STYLES = {"^": "\x1b[1;4;31m", "~": "\x1b[1;4;33m"}
"""Bold, underlined, red or yellow: ECMA-48, select graphic rendition."""
_PLAIN = "\x1b[0m"


def write_text(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write what deviates, at once as it comes: a line each, below them the name and the right name.

    "^" stands under errors and missing parts, "~" under warnings. Names without a deviation are left out.
    """
    for checked in results:
        if checked.result.diagnostics:
            stream.write(_block(checked, options))


def _block(checked: Checked, options: Options) -> str:
    where = checked.row.locator()
    lines = [printable(f"{where}: {found.code} {found.message}") for found in checked.result.diagnostics]
    for _, shown in cells_shown(checked):
        lines += _marked(list(_spots(shown)), options)
    if right := right_name(checked.result):
        lines.append(printable(f"{_INDENT}{RIGHT_NAME.in_lang(options.lang)}: {right}"))
    return "".join(f"{line}\n" for line in lines)


class _Spot(NamedTuple):
    """A letter, or the place of a missing one, and the mark below it."""

    char: str
    mark: str

    @property
    def columns(self) -> int:
        """How many columns of a terminal it takes."""
        return 0 if unicodedata.combining(self.char) else 2 if unicodedata.east_asian_width(self.char) in "WF" else 1


def _spots(shown: Iterable[Piece]) -> Iterator[_Spot]:
    for piece in shown:
        mark = " " if not piece.found else "^" if is_error(piece) else "~"
        for char in printable(piece.text) or " ":
            yield _Spot(char, mark)


def _marked(spots: Sequence[_Spot], options: Options) -> Iterator[str]:
    """Yield lines no wider than the terminal, each with its marks below it where it has any."""
    for part in _parts(spots, options.width):
        yield (_INDENT + "".join(_styled(part, options))).rstrip()
        marks = "".join(spot.mark * spot.columns for spot in part)
        if not marks.isspace():
            yield (_INDENT + marks).rstrip()


def _parts(spots: Sequence[_Spot], width: int | None) -> Iterator[Sequence[_Spot]]:
    room = max((width or 1_000_000) - len(_INDENT), 1)
    part: list[_Spot] = []
    for spot in spots:
        if sum(one.columns for one in part) + spot.columns > room:
            yield part
            part = []
        part.append(spot)
    yield part


def _styled(part: Sequence[_Spot], options: Options) -> Iterator[str]:
    for mark, spots in groupby(part, key=lambda spot: spot.mark):
        text = "".join(spot.char for spot in spots)
        yield f"{_STYLES[mark]}{text}{_PLAIN}" if options.color and mark in _STYLES else text

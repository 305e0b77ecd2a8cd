"""A copy of a json or jsonl file with other names and links in it, every other character as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fanpage_names.rows import Row
from fanpage_names.tables.grid import SheetLayout
from fanpage_names.tables.mending import Copied, Mended, changed_cells

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]')
"""All that matters of valid json: texts and punctuation. Source: RFC 8259, 2 and 7."""


class _Place(NamedTuple):
    item: int
    column: int
    start: int
    end: int


def rewritten_json(
    lines: Iterable[str], is_array: bool, sheets: Iterable[tuple[SheetLayout, Iterable[Row]]], mended: Mended
) -> Iterator[Copied]:
    """Yield the lines of a file, each with its form in the copy; raises UseError as reading `sheets` does.

    Args:
        lines: the file.
        is_array: whether it is one array (json), or has an item a line (jsonl).
        sheets: its tables, as read.
        mended: what they should be.
    """
    wanted = {
        (row.row, column): text
        for _, rows in sheets
        for row, new in mended(rows)
        for column, text in changed_cells(row, new).items()
    }
    places = _places_of_array(lines) if is_array else _places_of_lines(lines)
    for number, (line, found) in enumerate(places, 1):
        yield Copied(number, line, _with_texts(line, found, wanted))


def _with_texts(line: str, places: Iterable[_Place], wanted: Mapping[tuple[int, int], str]) -> str:
    for item, column, start, end in reversed(list(places)):
        text = wanted.get((item, column))
        if text is not None:
            escaped = line.isascii() and "\\u" in line
            line = line[:start] + json.dumps(text, ensure_ascii=escaped) + line[end:]
    return line


def _places_of_lines(lines: Iterable[str]) -> Iterator[tuple[str, list[_Place]]]:
    for number, line in enumerate(lines, 1):
        yield line, list(_Walk(number).places(line))


def _places_of_array(lines: Iterable[str]) -> Iterator[tuple[str, list[_Place]]]:
    walk = _Walk(1, depth=-1)
    for line in lines:
        yield line, list(walk.places(line))


class _Walk:
    """Goes through items: texts, or objects whose keys are columns; no text of json goes over a line's end.

    Args:
        item: the number of the item that begins.
        depth: 0 where an item begins, -1 before the array of items.
    """

    def __init__(self, item: int, depth: int = 0) -> None:
        self._item, self._depth = item, depth
        self._keys: dict[str | None, int] = {}
        self._key: str | None = None

    def places(self, line: str) -> Iterator[_Place]:
        """Yield where the texts of the items are in the next line: columns count from 1 as keys come."""
        for match in _TOKEN.finditer(line):
            token = match[0]
            if token in "[{":
                self._depth += 1
                if self._depth == 1:
                    self._keys.clear()
                    self._key = None
            elif token in "]}":
                self._depth -= 1
            elif token == ",":
                self._item += self._depth == 0
                self._key = None if self._depth == 1 else self._key
            elif token != ":":
                yield from self._text(match)

    def _text(self, match: re.Match[str]) -> Iterator[_Place]:
        if self._depth == 0:
            yield _Place(self._item, 1, *match.span())
        elif self._depth == 1 and self._key is None:
            self._key = json.loads(match[0])
            self._keys.setdefault(self._key, len(self._keys) + 1)
        elif self._depth == 1:
            yield _Place(self._item, self._keys[self._key], *match.span())

"""Reading json (an array) and json lines: texts, or objects whose keys are the columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.tables.grid import Grid, Record

_ITEM = Text("{file}: phần tử {number}", "{file}: item {number}")
_LINE = Text("{file}: dòng {number}", "{file}: line {number}")

Item = tuple[int, str | dict[str, Any]]


def array_items(text: str, file: str) -> Iterator[Item]:
    """Yield the items of a json array, numbered from 1.

    Raises:
        UseError: this is no json, no array, or an item is neither a text nor an object.
    """
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        raise UseError(
            "{file}: dòng {lineno}, cột {colno}: sai cú pháp JSON; sửa lại hoặc xuất lại tệp",
            "{file}: line {lineno}, column {colno}: not valid JSON; mend it or export it again",
            file=file,
            lineno=error.lineno,
            colno=error.colno,
        ) from None
    except (RecursionError, ValueError):
        raise _not_a_list(file) from None
    if not isinstance(items, list):
        raise _not_a_list(file)
    for number, item in enumerate(items, 1):
        yield number, _checked(item, _ITEM.format(file=file, number=number))


def line_items(lines: Iterator[str], file: str) -> Iterator[Item]:
    """Yield the text or object of each line that is not blank, numbered by lines.

    Raises:
        UseError: a line is not valid json, or neither a text nor an object.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except (RecursionError, ValueError):
            item = None
        yield number, _checked(item, _LINE.format(file=file, number=number))


def item_grids(items: Iterator[Item], file: str) -> Iterator[Grid]:
    """Yield runs of items with the same keys as tables: the keys are the header, its number is 0."""
    for keys, run in groupby(items, key=_keys):
        yield Grid(file, None, _records(keys, run), keyed=True)


def _keys(item: Item) -> tuple[str, ...]:
    return tuple(item[1]) if isinstance(item[1], dict) else ("page_name",)


def _records(keys: tuple[str, ...], run: Iterator[Item]) -> Iterator[Record]:
    yield 0, keys
    for number, item in run:
        yield number, tuple(item.values()) if isinstance(item, dict) else (item,)


def _checked(item: object, place: Text) -> str | dict[str, Any]:
    if isinstance(item, str | dict):
        return item
    raise UseError(
        '{place}: phải là một chuỗi hoặc một đối tượng JSON, ví dụ {{"page_name": "…"}}',
        '{place}: must be a JSON string or object, for example {{"page_name": "…"}}',
        place=place,
    )


def _not_a_list(file: str) -> UseError:
    return UseError(
        "{file}: phải là mảng JSON gồm các chuỗi hoặc đối tượng; nếu mỗi dòng một đối tượng, đặt đuôi .jsonl",
        "{file}: must be a JSON array of strings or objects; one object a line is a .jsonl file",
        file=file,
    )

"""Where the cells of an xls workbook lead to when they are clicked: xlrd tells that only together with all formats.

Source: [MS-XLS] 2.4.28 (BoundSheet8), 2.4.140 (HLink); [MS-OSHARED] 2.3.7.6 (URLMoniker).
"""

from __future__ import annotations

import struct
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_SHEET, _LINK = 0x0085, 0x01B8
_WORKSHEET = 0
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_OF_PLACE = struct.Struct("<HHHH")


class _Record(NamedTuple):
    at: int
    kind: int
    content: bytes


def links_of(stream: bytes) -> Sequence[Mapping[int, Mapping[int, str]]]:
    """Return for each worksheet of a workbook's stream the addresses that cells lead to, by column and row from 1."""
    begins: list[int] = []
    found: dict[int, dict[int, dict[int, str]]] = {}
    for at, kind, content in _records(stream):
        if kind == _SHEET and len(content) > 5 and content[5] == _WORKSHEET:
            begins.append(int.from_bytes(content[:4], "little"))  # the sheets lie in their order
        elif kind == _LINK and (address := _address(content)):
            row, _, column, _ = _OF_PLACE.unpack_from(content)
            sheet = bisect(begins, at) - 1
            found.setdefault(sheet, {}).setdefault(column + 1, {})[row + 1] = address
    return [found.get(sheet, {}) for sheet in range(len(begins))]


def _records(stream: bytes) -> Iterator[_Record]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind in (_SHEET, _LINK):
            yield _Record(at, kind, stream[at + 4 : at + 4 + size])
        at += 4 + size


def _address(content: bytes) -> str:
    begin = content.find(_URL)
    if begin < _OF_PLACE.size:
        return ""
    text = begin + len(_URL) + 4
    length = int.from_bytes(content[text - 4 : text], "little")
    return content[text : text + length].decode("utf-16-le", "ignore").partition("\0")[0]

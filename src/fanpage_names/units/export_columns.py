"""What the columns of an exported table of units are called, and in which row.

Sources: the exports of danhmuchanhchinh.gso.gov.vn, of which there are two forms. One has a row for each commune:
Tỉnh Thành Phố, Mã TP, Quận Huyện, Mã QH, Phường Xã, Mã PX, Cấp, Tên Tiếng Anh. The other has a row for each unit of one
level: Mã, Tên, Tên Tiếng Anh, Cấp, and for what it lies in Mã QH, Quận Huyện, Mã TP, Tỉnh / Thành Phố. Since
2025-07-01 both come without districts. Tables of this project have type, name, code and parent_code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from fanpage_names.text.phrases import folded_words
from fanpage_names.units.fields import tidy

Record = tuple[int, Sequence[str]]
"""The number of a row as a person counts, and the texts of its cells."""

Column = Literal[
    "province", "province_code", "district", "district_code", "commune", "commune_code",
    "name", "code", "type", "parent_code", "valid_from", "valid_to",
]  # fmt: skip
"""What a column holds; `name` and `code` are those of the row's own unit, whatever its level."""

Cells = Mapping[Column, str]
"""The texts of a row by column, tidy."""

HEAD = 50
"""So many rows are looked through for the header."""

_LONGEST = 40
"""A title is shorter; so much of a cell is shown in a message."""

_TITLES: Mapping[Column, str] = {
    "province": "tỉnh thành phố, tỉnh, tỉnh tp, tên tỉnh, tên tỉnh thành phố, province, province name",
    "province_code": "mã tp, mã tỉnh, mã tỉnh tp, mã tỉnh thành phố, province code",
    "district": "quận huyện, huyện, tên huyện, tên quận huyện, district, district name",
    "district_code": "mã qh, mã huyện, mã quận huyện, district code",
    "commune": "phường xã, xã phường, xã, tên xã, tên phường xã, tên xã phường, commune, commune name, ward, ward name",
    "commune_code": "mã px, mã xã, mã phường xã, mã xã phường, commune code, ward code",
    "name": "name with type, tên, tên đơn vị, tên đơn vị hành chính, name",
    "code": "mã, mã số, mã gso, mã đơn vị, mã đơn vị hành chính, code",
    "type": "cấp, loại, loại đơn vị, type",
    "parent_code": "parent code",
    "valid_from": "valid from",
    "valid_to": "valid to",
}
"""Of two columns of one kind, the one whose title comes first here is read."""

_COLUMNS: Mapping[str, tuple[Column, int]] = {
    folded_words(title): (column, place)
    for column, titles in _TITLES.items()
    for place, title in enumerate(titles.split(", "))
}
_FORMS: tuple[frozenset[Column], ...] = (
    frozenset(("province", "province_code", "commune", "commune_code")),
    frozenset(("province", "province_code", "name", "code")),
    frozenset(("parent_code", "name", "code")),
)
"""A header has all columns of one form."""


def read_cells(records: Iterable[Record]) -> Iterator[tuple[int, Cells]] | str:
    """Return the rows below the header, each with its number; what the fullest row says where there is no header.

    Rows with fewer than two texts under known titles are passed over: they are blank, or a note below the table.
    """
    rest = iter(records)
    fullest: Sequence[str] = ()
    for _, texts in islice(rest, HEAD):
        places = _places(texts)
        if any(form <= places.keys() for form in _FORMS):
            return _below(rest, places)
        filled = [text[:_LONGEST] for text in map(tidy, texts) if text]
        fullest = max(fullest, filled, key=len)
    return ", ".join(f"'{text}'" for text in fullest)


def _places(texts: Sequence[str]) -> Mapping[Column, int]:
    """Return where each known column is."""
    found: dict[Column, tuple[int, int]] = {}
    for index, text in enumerate(texts):
        known = _COLUMNS.get(folded_words(text)) if len(text) <= _LONGEST else None
        if known is not None:
            column, rank = known
            found[column] = min(found.get(column, (rank, index)), (rank, index))
    return {column: index for column, (_, index) in found.items()}


def _below(records: Iterator[Record], places: Mapping[Column, int]) -> Iterator[tuple[int, Cells]]:
    for number, texts in records:
        cells = {column: tidy(texts[index]) if index < len(texts) else "" for column, index in places.items()}
        if sum(map(bool, cells.values())) > 1:
            yield number, cells

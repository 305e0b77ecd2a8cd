"""The records of a worksheet's columns, some of which get widths of their own.

Source: ECMA-376 part 1, 18.3.1.13 (col).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from fanpage_names.tables.markup import Attributes
from fanpage_names.workbooks.patching import Tag


def columns_xml(known: Sequence[tuple[Attributes, Tag]], widths: Mapping[int, int], x: str) -> bytes:
    """Return the records of a sheet's columns, cut where some columns get widths of their own.

    Excel takes a sheet whose records overlap for damaged.

    Args:
        known: the records that are there.
        widths: the widths of the columns that are added.
        x: what names of elements begin with.
    """
    empty = Tag(f"{x}col".encode(), {}, alone=True)
    pieces: dict[int, tuple[int, Tag]] = {}
    own: dict[int, Tag] = dict.fromkeys(widths, empty)
    for attributes, tag in known:
        start, end = int(attributes["min"]), int(attributes["max"])
        inside = sorted(column for column in widths if start <= column <= end)
        own.update(dict.fromkeys(inside, tag))
        edges = [start - 1, *inside, end + 1]
        pieces.update({low + 1: (high - 1, tag) for low, high in pairwise(edges) if low + 1 < high})
    for column, tag in own.items():
        width = {"width": str(widths[column]), "customWidth": "1"}
        pieces[column] = column, tag.with_attributes(width)
    records = (
        tag.with_attributes({"min": str(start), "max": str(end)}).written(alone=True)
        for start, (end, tag) in sorted(pieces.items())
    )
    return b"<%scols>%s</%scols>" % (x.encode(), b"".join(records), x.encode())

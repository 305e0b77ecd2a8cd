"""Letters written as character references of HTML: "M&#7863;t", "Nam &ETH;&#7883;nh".

Source: the HTML standard, "Named character references"; the standard library has the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from fanpage_names.text.decoded import Decoded, Piece, join_pieces

_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)


def decode_entities(raw: str) -> Decoded | None:
    """Return `raw` with each reference as its character; None where there is none."""
    return join_pieces(_pieces(raw), raw)


def _pieces(raw: str) -> Iterator[Piece]:
    for match in _REFERENCE.finditer(raw):
        text = match[0]
        yield (unescape(text) if len(text) > 1 else text), match.start()

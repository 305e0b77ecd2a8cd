"""All ways in which a text may have been written in another encoding or left as keystrokes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.keystrokes import decode_telex, decode_vni_keys
from fanpage_names.text.mojibake import decode_mojibake
from fanpage_names.text.tcvn3 import decode_tcvn3
from fanpage_names.text.viqr import decode_viqr
from fanpage_names.text.vni import decode_vni

_DECODERS: tuple[tuple[str, Callable[[str], Decoded | None]], ...] = (
    ("TCVN3", decode_tcvn3),
    ("VNI-Windows", decode_vni),
    ("UTF-8", decode_mojibake),
    ("VIQR", decode_viqr),
    ("Telex", decode_telex),
    ("VNI", decode_vni_keys),
)

KEYSTROKES = frozenset({"Telex", "VNI"})
"""The names of the decodings that are ways of typing."""


def decodings(raw: str) -> Iterator[tuple[str, Decoded]]:
    """Yield the name and the result of each decoding that changes `raw`; which of them is right is not known here."""
    for name, decode in _DECODERS:
        decoded = decode(raw)
        if decoded is not None and decoded.text != raw:
            yield name, decoded

"""All ways in which a text may have been written in another encoding or left as keystrokes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.keystrokes import decode_telex, decode_vni_keys
from fanpage_names.text.line import VIETNAMESE
from fanpage_names.text.mojibake import decode_mojibake
from fanpage_names.text.tcvn3 import decode_tcvn3
from fanpage_names.text.viqr import decode_viqr
from fanpage_names.text.vni import decode_vni

_DECODERS: tuple[tuple[str, re.Pattern[str], Callable[[str], Decoded | None]], ...] = (
    ("UTF-8", re.compile("[\xc3\xc4\xc6\xe1]"), decode_mojibake),
    ("TCVN3", re.compile(f"[^\\s!-~{VIETNAMESE}\u200b-\u200f\ufeff]"), decode_tcvn3),
    ("VNI-Windows", re.compile("[aeouyôö][âàåãáäêèúüéëøûõùï]|[ñæ]", re.IGNORECASE), decode_vni),
    ("VIQR", re.compile("[aeiouy][(^+*'`?~.]", re.IGNORECASE), decode_viqr),
    ("Telex", re.compile(r"[aeiouy][a-z]*[sfrxjwz]|\bw|uw|aa|ee|oo(?!k)|dd", re.IGNORECASE), decode_telex),
    ("VNI", re.compile("[a-z][0-9]", re.IGNORECASE), decode_vni_keys),
)
"""The decoders, each behind what a text must hold to be worth its time."""

KEYSTROKES = frozenset({"Telex", "VNI"})
"""The names of the decodings that are ways of typing."""


def may_be_encoded(raw: str) -> bool:
    """Tell whether `raw` holds anything that a text in another encoding or of keystrokes would hold."""
    return any(hint.search(raw) for _, hint, _ in _DECODERS)


def decodings(raw: str) -> Iterator[tuple[str, Decoded]]:
    """Yield the name and the result of each decoding that changes `raw`; which of them is right is not known here."""
    for name, hint, decode in _DECODERS:
        decoded = decode(raw) if hint.search(raw) else None
        if decoded is not None and decoded.text != raw:
            yield name, decoded

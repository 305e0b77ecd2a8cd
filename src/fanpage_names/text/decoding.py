"""All ways in which a text may have been written in another encoding or left as keystrokes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.line import VIETNAMESE

_HINTS: Mapping[str, re.Pattern[str]] = {
    "UTF-8": re.compile("[\xc3\xc4\xc6\xe1]"),
    "TCVN3": re.compile(f"[^\\s!-~{VIETNAMESE}\u200b-\u200f\ufeff]"),
    "VNI-Windows": re.compile("[aeouyôö][âàåãáäêèúüéëøûõùï]|[ñæ]", re.IGNORECASE),
    "VIQR": re.compile("[aeiouy][(^+*'`?~.]", re.IGNORECASE),
    "Telex": re.compile(r"[aeiouy][a-z]*[sfrxjwz]|\bw|uw|aa|ee|oo(?!k)|dd", re.IGNORECASE),
    "VNI": re.compile("[a-z][0-9]", re.IGNORECASE),
}
"""What a text must hold to be worth a decoder's time, in the order in which they are tried."""

_STRANGE = re.compile(f"[^\0-\u00a0\u00ab\u00ad\u00ae\u00b7\u00bb\u0100-\U0010ffff{VIETNAMESE}]")
"""The letters and signs of Latin-1 that stand in no Vietnamese text, but in one read by the wrong code page."""

KEYSTROKES = frozenset({"Telex", "VNI"})
"""The names of the decodings that are ways of typing."""


def holds_strange_letters(raw: str) -> bool:
    """Tell whether `raw` holds letters that hardly a text has but one that was read by the wrong code page."""
    return _STRANGE.search(raw) is not None


def may_be_encoded(raw: str) -> bool:
    """Tell whether `raw` holds anything that a text in another encoding or of keystrokes would hold."""
    return any(hint.search(raw) for hint in _HINTS.values())


def decodings(raw: str, *, quick: bool = False) -> Iterator[tuple[str, Decoded]]:
    """Yield the name and the result of each decoding that changes `raw`; which of them is right is not known here.

    Args:
        raw: the text.
        quick: whether to take the whole text for encoded, rather than to look at each word.
    """
    from fanpage_names.text.decoders import DECODERS, QUICK_DECODERS

    decoders = QUICK_DECODERS if quick else DECODERS

    for name, hint in _HINTS.items():
        decoded = decoders[name](raw) if hint.search(raw) else None
        if decoded is not None and decoded.text != raw:
            yield name, decoded

"""All ways in which a text may have been written in another encoding or left as keystrokes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.line import VIETNAMESE

_AT_HOME = frozenset(f"{VIETNAMESE}«\u00ad®·»")
_STRANGE = re.compile(f"[{''.join(char for char in map(chr, range(0xA1, 0x100)) if char not in _AT_HOME)}]")
"""The letters and signs of Latin-1 that stand in no Vietnamese text, but in one read by the wrong code page."""


def _sign(last: str, *ends: str) -> re.Pattern[str]:
    """A sign that ends in one of the characters `last`, together with what is before it as one of `ends`.

    Its last character is looked for first: a set is searched for quickly, and few texts hold one of these.
    """
    return re.compile(f"[{last}](?:{'|'.join(f'(?<={end})' for end in ends)})")


_SIGNS: Mapping[str, re.Pattern[str]] = {
    "UTF-8": re.compile("[\xc3\xc4\xc6]|\xe1[\x80-\xbf]"),
    "TCVN3": _STRANGE,
    "VNI-Windows": _sign(
        "âàåãáäêèúüéëøûõùïñæÂÀÅÃÁÄÊÈÚÜÉËØÛÕÙÏÑÆ",
        "[aA][âàåãáäêèúüéëÂÀÅÃÁÄÊÈÚÜÉË]",
        "[eEoO][âàåãáäÂÀÅÃÁÄ]",
        "[aeouyôöAEOUYÔÖ][øûõùïØÛÕÙÏ]",
        "[ñæÑÆ]",
    ),
}
"""What a text that is not ASCII holds where it may be in an encoding, in the order in which they are tried."""
_MANY = 3
"""So many pairs of letters as VNI-Windows has them stand in no text in another encoding."""
_VOWEL = "[aeiouyAEIOUY]"
_PLAIN_SIGNS: Mapping[str, re.Pattern[str]] = {
    "HTML": re.compile(r"&#?\w+;"),
    "VIQR": _sign("(^+*'`?~.", f"{_VOWEL}."),
    "Telex": _sign(
        "sfrxjwzaedoSFRXJWZAEDO",
        *(f"{_VOWEL}{'[a-zA-Z]' * far}[sfrxjwzSFRXJWZ]" for far in range(6)),
        r"\b[wW]",
        "[aA]{2}",
        "[eE]{2}",
        "[dD]{2}",
        "[oO]{2})(?![kK]",
    ),
    "VNI": _sign("0-9", "[a-zA-Z]."),
}
"""The same of encodings and ways of typing that are ASCII."""
KEYSTROKES = frozenset({"Telex", "VNI"})
"""The names of the decodings that are ways of typing."""


def holds_strange_letters(raw: str) -> bool:
    """Tell whether `raw` holds letters that hardly a text has but one that was read by the wrong code page."""
    return _STRANGE.search(raw) is not None


def possible_encodings(raw: str) -> list[str]:
    """Return the names of the encodings and ways of typing that `raw` holds a sign of, the likeliest first."""
    found = [] if raw.isascii() else [name for name, sign in _SIGNS.items() if sign.search(raw)]
    if len(found) > 1 and len(_SIGNS["VNI-Windows"].findall(raw)) >= _MANY:
        found.sort(key="VNI-Windows".__ne__)
    return found + [name for name, sign in _PLAIN_SIGNS.items() if sign.search(raw)]


def decodings(raw: str, names: Iterable[str] | None = None, *, quick: bool = False) -> Iterator[tuple[str, Decoded]]:
    """Yield the name and the result of each decoding that changes `raw`; which of them is right is not known here.

    Args:
        raw: the text.
        names: the encodings to try; else those that `raw` holds a sign of.
        quick: whether to take the whole text for encoded, rather than to look at each word.
    """
    from fanpage_names.text.decoders import DECODERS, LOSSY_DECODERS, QUICK_DECODERS

    decoders = QUICK_DECODERS if quick else DECODERS
    for name in possible_encodings(raw) if names is None else names:
        decoded = decoders[name](raw) if not quick or may_be_whole(raw, name) else None
        if decoded is not None and decoded.text != raw:
            yield name, decoded
        lossy = LOSSY_DECODERS[name](raw) if name in LOSSY_DECODERS and not quick else None
        if lossy is not None and (decoded is None or lossy.text != decoded.text):
            yield name, lossy


def may_be_whole(raw: str, name: str) -> bool:
    """Tell whether the whole of `raw`, rather than some of its words, may be in the encoding `name`.

    It is not where `raw` holds letters that the encoding does not have, or is right Vietnamese as it stands.
    """
    from fanpage_names.text.decoders import WHOLE

    return name not in WHOLE or WHOLE[name](raw)

"""How people write a name that they know in parts: prefixes, type words, separators, marks, capitals."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.corpus.letters import strip_marks

PREFIXES = (
    "Mặt trận",
    "Mặt trận",
    "Mặt trận",
    "MTTQ",
    "MTTQ",
    "UBMTTQ",
    "UBMTTQVN",
    "Ủy ban MTTQ",
    "Ủy ban MTTQ Việt Nam",
    "UB MTTQ",
    "Mặt trận Tổ quốc",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
)
"""Words for the Front, the most usual ones several times."""

ORGANISATIONS = PREFIXES[3:]
"""Those that are not the prefix of the convention."""

SHORT_TYPES = {
    "tỉnh": "T.",
    "thành phố": "TP.",
    "thị xã": "TX.",
    "huyện": "H.",
    "thị trấn": "TT.",
    "xã": "X.",
    "phường": "P.",
}

Hand = Callable[[str], str]


def plainly(text: str) -> str:
    """Return the text as it is."""
    return text


def without_marks(text: str) -> str:
    """Return the text in small letters without marks."""
    return strip_marks(text).lower()


HANDS: tuple[Hand, ...] = (plainly, plainly, plainly, plainly, str.upper, str.lower, without_marks)


def joined(parts: list[str], rng: Random) -> str:
    """Join parts as people do: spaces, commas, dashes, the parents in brackets."""
    first, *rest = [part for part in parts if part]
    if not rest:
        return first
    way = rng.choice((" ", " ", ", ", ", ", " - ", "("))
    if way == "(":
        return f"{first} ({', '.join(rest)})"
    return way.join((first, *rest))

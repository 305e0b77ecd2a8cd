"""The type words of administrative units, by level.

Source: Law on Organization of Local Government 77/2015/QH13, article 2 (until 2025-06-30), and 72/2025/QH15,
article 1 (since 2025-07-01: no districts; `đặc khu` beside `xã` and `phường`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fanpage_names.units.model import Level

TYPES: Mapping[Level, tuple[str, ...]] = {
    "province": ("tỉnh", "thành phố"),
    "district": ("huyện", "quận", "thị xã", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
}
"""Every type word, in lower case, under the levels that have it."""

ANY_TYPE: frozenset[str] = frozenset(word for words in TYPES.values() for word in words)

ABBREVIATIONS: Mapping[str, str] = {
    "t": "tỉnh",
    "tp": "thành phố",
    "h": "huyện",
    "q": "quận",
    "tx": "thị xã",
    "x": "xã",
    "p": "phường",
    "tt": "thị trấn",
}
"""How type words are shortened in addresses, without the full stop."""


def split_type(text: str, types: Collection[str]) -> tuple[str | None, str]:
    """Return the type word that `text` begins with, in lower case, and the name after it.

    Args:
        text: as in "Thị trấn Cồn" or "Thành Phố Bắc Kạn", NFC, with single spaces; a type word alone has the name "".
        types: the type words looked for. Without one of them at the beginning, the answer is None and `text`.
    """
    folded = text.lower()
    for word in sorted(types, key=len, reverse=True):
        if folded == word or folded.startswith(f"{word} "):
            return word, text[len(word) + 1 :]
    return None, text

"""The type words of administrative units, by level.

Source: Law on Organization of Local Government 77/2015/QH13, article 2 (until 2025-06-30), and 72/2025/QH15,
article 1 (since 2025-07-01: no districts; `đặc khu` beside `xã` and `phường`).
"""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.units.model import Level

TYPES: Mapping[Level, tuple[str, ...]] = {
    "province": ("tỉnh", "thành phố"),
    "district": ("huyện", "quận", "thị xã", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
}
"""Every type word, in lower case, under the levels that have it."""

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

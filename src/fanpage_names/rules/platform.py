"""FN7xx: what the platform does not accept in a page name, whatever it means.

Source: Facebook help centre, "What names are allowed on Facebook?" for pages, and the length that its form takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fanpage_names.lang import Text, as_it_is
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import TextRule
from fanpage_names.text.line import Line

MOST_CHARACTERS = 75
"""The longest page name the platform takes, in characters."""

_PLATFORM = re.compile("f+a+c+e+b[o0]{2,}k+s?|f+a+c+e+b[o0]k+|fb|faceboo?c?k")


class TooLong(TextRule):
    """Longer than the platform takes.

    What: The name has more than 75 characters.
    Why: The platform's form cuts or refuses it.
    Example: Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Hải Minh huyện Hải Hậu tỉnh Nam Định
    Fix: –
    Tiếng Việt: Tên dài quá 75 ký tự; Facebook không nhận. Viết theo mẫu thì đủ ngắn.
    """

    code, name, severity, fix = "FN701", "too-long", "error", "none"
    message = Text("tên dài {detail} ký tự, quá 75", "the name has {detail} characters, more than 75")

    def find(self, line: Line) -> Sequence[Finding]:
        """Return the whole text where it is too long."""
        return (_too_long(line.text, line.length),) if line.length > MOST_CHARACTERS else ()

    def find_unread(self, text: str) -> Sequence[Finding]:
        """Return the whole of the text."""
        return (_too_long(text, len(text)),)


def _too_long(text: str, length: int) -> Finding:
    return Finding(0, len(text), None, as_it_is(str(length)))


class PlatformWord(TextRule):
    """The platform's own name.

    What: "Facebook" or a variation of it stands in the name.
    Why: The platform refuses such page names.
    Example: Trang Facebook Mặt trận Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Trong tên có “Facebook” hoặc một biến thể; Facebook không cho dùng. Bỏ đi.
    """

    code, name, severity, fix = "FN702", "platform-word", "error", "unsafe"
    message = Text("Facebook không cho dùng “{found}” trong tên trang", "the platform refuses “{found}” in a page name")

    def find(self, line: Line) -> Sequence[Finding]:
        """Return each word that is the platform's name."""
        if ("fa" not in line.letters and "fb" not in line.letters) or not _PLATFORM.search(line.letters):
            return ()
        bounds = line.bounds
        return [
            Finding(*line.span(first, last), "")
            for index, first in enumerate(bounds[:-1])
            for last in bounds[index + 1 : index + 3]
            if _PLATFORM.fullmatch(line.letters, first, last)
        ]

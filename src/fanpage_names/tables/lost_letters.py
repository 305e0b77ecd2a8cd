"""Text that lost its letters before it came: saved in a code page without them, each is a question mark."""

from __future__ import annotations

import re

from fanpage_names.errors import UseError

_LINES = 200
_ADDRESS = re.compile(r"https?:\S*|(?<!\S)\S*\.(?:com|me|vn)/\S*")
_LOST = re.compile(r"[^\W\d_]\?+[^\W\d_]|(?<![^\s,;\"])\?[^\W\d_]|[^\W\d_]\?+ [^\W\d_]")


def has_lost_letters(head: bytes) -> bool:
    """Whether most lines with letters, of the first of a file, have question marks in place of some: "M?t tr?n".

    Args:
        head: the first bytes of a text.
    """
    if b"?" not in head or b"\0" in head:
        return False
    lines = [_ADDRESS.sub("", line) for line in head.decode("utf-8", "replace").splitlines()[:_LINES]]
    lettered = [line for line in lines if any(map(str.isalpha, line))]
    return sum(bool(_LOST.search(line)) for line in lettered) * 2 > len(lettered)


def lost_letters(file: str) -> UseError:
    """Return what is said of such a file."""
    return UseError(
        "{file}: tệp đã mất chữ có dấu khi lưu (thành dấu ?); mở lại bản gốc rồi lưu bằng “CSV UTF-8” (Excel) "
        "hoặc mã UTF-8 (Notepad)",
        "{file}: the file lost its letters when it was saved (they are question marks); open the original and save "
        "it as “CSV UTF-8” (Excel) or in UTF-8 (Notepad)",
        file=file,
    )

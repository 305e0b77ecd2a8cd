"""The text of a YAML file that somebody wrote: a unit list, or a configuration."""

from __future__ import annotations

from pathlib import Path

from fanpage_names.errors import UseError
from fanpage_names.lang import Text


def yaml_text(path: Path, most_bytes: int, *, missing: Text, too_large: Text) -> str:
    """Return the text of a file.

    Args:
        path: the file.
        most_bytes: how large it may be.
        missing: what is said, after its name, where there is no such file.
        too_large: what is said where it is larger.

    Raises:
        UseError: it is missing, too large, not UTF-8, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(most_bytes + 1)
    except FileNotFoundError:
        raise UseError("{path}: {missing}", "{path}: {missing}", path=path, missing=missing) from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise UseError(
            "{path}: không đọc được ({reason})", "{path}: cannot be read ({reason})", path=path, reason=reason
        ) from None
    if len(raw) > most_bytes:
        raise UseError("{path}: {too_large}", "{path}: {too_large}", path=path, too_large=too_large)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UseError(
            "{path}: không phải UTF-8 (byte thứ {start}); hãy lưu lại tệp dạng UTF-8",
            "{path}: not UTF-8 (at byte {start}); save the file as UTF-8",
            path=path,
            start=fault.start,
        ) from None

"""What stands in the way of writing a workbook again."""

from __future__ import annotations

from fanpage_names.errors import UseError


def unwritable(file: str) -> UseError:
    """Return the error for a workbook that can be read, but not written again."""
    return UseError(
        "{file}: không ghi lại được tệp này; mở bằng Excel, lưu lại rồi thử lần nữa",
        "{file}: this file cannot be written again; open it in Excel, save it and try once more",
        file=file,
    )

"""What can be wrong with a file as a whole."""

from __future__ import annotations

from fanpage_names.errors import UseError
from fanpage_names.lang import Text


def damaged(file: str) -> UseError:
    """Return the error for a workbook or document that cannot be read."""
    return UseError(
        "{file}: tệp hỏng hoặc tải về chưa đủ; mở bằng Excel hay Word rồi lưu lại, hoặc xin lại tệp",
        "{file}: damaged or incomplete; open it in Excel or Word and save it again, or ask for it anew",
        file=file,
    )


def locked(file: str) -> UseError:
    """Return the error for a workbook or document with a password."""
    return UseError(
        "{file}: tệp có mật khẩu; mở ra, bỏ mật khẩu rồi lưu lại",
        "{file}: the file has a password; open it, remove the password and save it again",
        file=file,
    )


def too_big(file: str) -> UseError:
    """Return the error for a file that would take more memory than any list of pages needs."""
    return UseError(
        "{file}: tệp bung ra quá lớn; chép riêng bảng danh sách sang một tệp mới",
        "{file}: the file unpacks to far too much; copy the list alone into a new file",
        file=file,
    )


def no_list(file: str, what: Text) -> UseError:
    """Return the error for a file of a kind that is never a list of page names."""
    return UseError(
        "{file}: đây là {what}, không phải danh sách tên trang; hãy lưu thành .xlsx hoặc .csv",
        "{file}: this is {what}, not a list of page names; save it as .xlsx or .csv",
        file=file,
        what=what,
    )


def changed(file: str) -> UseError:
    """Return the error for a file that another program wrote into while it was read."""
    return UseError(
        "{file}: tệp bị thay đổi trong khi đọc; đợi chương trình khác ghi xong rồi làm lại",
        "{file}: the file was changed while it was read; wait until the other program is done and try again",
        file=file,
    )


def unwritable(file: str) -> UseError:
    """Return the error for a workbook that can be read, but not written again."""
    return UseError(
        "{file}: không ghi lại được tệp này; mở bằng Excel, lưu lại rồi thử lần nữa",
        "{file}: this file cannot be written again; open it in Excel, save it and try once more",
        file=file,
    )

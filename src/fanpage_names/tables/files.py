"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from fanpage_names.errors import UseError
from fanpage_names.lang import Text

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS: dict[type[OSError], Text] = {
    FileNotFoundError: Text("không có thư mục này; hãy tạo thư mục trước", "there is no such folder; create it first"),
    NotADirectoryError: Text("một phần của đường dẫn không phải là thư mục", "a part of the path is not a folder"),
    PermissionError: Text(
        "không có quyền ghi, hoặc tệp đang mở trong chương trình khác",
        "no permission to write, or the file is open in another program",
    ),
}


@contextmanager
def written(path: Path, *, force: bool = False, binary: bool = False) -> Iterator[IO[Any]]:
    """Open `path` for writing so that it appears whole when the block ends, or not at all.

    The text is UTF-8 with line ends as written. It goes into a file beside, which takes the place of `path`
    at the end; where an exception leaves the block, an existing file stays as it was. Pipes and devices are
    written straight.

    Args:
        path: the file; a link is followed.
        force: whether an existing file may be replaced.
        binary: whether the block writes bytes.

    Raises:
        UseError: the file exists and `force` is off; it is a folder; no such folder, permission or room.
    """
    path = Path(path)
    _refuse(path, force)
    target = path.resolve()
    straight = target.exists() and not target.is_file()
    place = target if straight else target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        with _opened(place, binary, new=not straight) as stream:
            yield stream
            if not straight:
                stream.flush()
                os.fsync(stream.fileno())
        if not straight:
            if target.exists():
                place.chmod(target.stat().st_mode)
            place.replace(target)
    except OSError as error:
        if not _is_about(error, place):
            raise
        raise _unwritable(path, error) from error
    finally:
        if not straight:
            with suppress(OSError):  # it was renamed, or never made
                place.unlink()


def _refuse(path: Path, force: bool) -> None:
    if path.is_dir():
        raise UseError(
            f"{path}: đây là một thư mục; hãy ghi tên tệp",
            f"{path}: this is a folder; write the name of a file",
        )
    if path.is_file() and not force:
        raise UseError(
            f"{path}: tệp đã có; thêm --force để ghi đè",
            f"{path}: the file exists; add --force to replace it",
        )


def _opened(place: Path, binary: bool, *, new: bool) -> IO[Any]:
    mode = "x" if new else "w"
    if binary:
        return place.open(mode + "b")
    return place.open(mode, encoding="utf-8", errors="backslashreplace", newline="")


def _is_about(error: OSError, place: Path) -> bool:
    """Whether the error is about the file being written, not about one that the block reads."""
    return error.errno in _FULL or str(place) in (str(error.filename), str(error.filename2))


def _unwritable(path: Path, error: OSError) -> UseError:
    reason = str(error.strerror)
    text = _REASONS.get(type(error), Text(reason, reason))
    return UseError(f"{path}: không ghi được: {text.vi}", f"{path}: cannot be written: {text.en}")

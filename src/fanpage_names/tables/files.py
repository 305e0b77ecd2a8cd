"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import IO, Any

from fanpage_names.errors import UseError
from fanpage_names.lang import Text, as_it_is

_STDOUT = 1
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS: dict[type[OSError], Text] = {
    FileNotFoundError: Text("không có thư mục này; hãy tạo thư mục trước", "there is no such folder; create it first"),
    NotADirectoryError: Text("có phần trước tên tệp không phải là thư mục", "a part of the path is not a folder"),
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
    if (stream := _straight(path, binary)) is not None:
        with stream:
            yield stream
        return
    try:
        target = path.resolve()
    except (OSError, RuntimeError) as error:  # links that lead to each other
        raise _unwritable(path, OSError(errno.ELOOP, os.strerror(errno.ELOOP))) from error
    place = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        with _opened(place, binary, new=True) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            place.chmod(target.stat().st_mode)
        _appear(place, target, path, force=force)
    except OSError as error:
        if not _is_about(error, place):
            raise
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):  # it was renamed, or never made
            place.unlink()


def _straight(path: Path, binary: bool) -> IO[Any] | None:
    """Open what is written straight: a pipe, a device, or the standard output under one of its names."""
    try:
        known = path.stat()
        if _is_stdout(path):
            return _opened(os.dup(_STDOUT), binary, new=False)
        return None if S_ISREG(known.st_mode) else _opened(path, binary, new=False)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unwritable(path, error) from error


def _appear(place: Path, target: Path, path: Path, *, force: bool) -> None:
    """Let a finished file take its name; without `force` nobody else's file of that name is lost."""
    if not force:
        try:
            os.link(place, target)
        except FileExistsError:
            raise _exists(path) from None
        except OSError:  # a file system without hard links
            if target.exists():
                raise _exists(path) from None
        else:
            return
    place.replace(target)


def _refuse(path: Path, force: bool) -> None:
    if path.is_dir():
        raise UseError(
            "{path}: đây là một thư mục; hãy ghi tên tệp",
            "{path}: this is a folder; write the name of a file",
            path=path,
        )
    if path.is_file() and not force and not _is_stdout(path):
        raise _exists(path)


def _exists(path: Path) -> UseError:
    return UseError(
        "{path}: tệp đã có; thêm --force để ghi đè",
        "{path}: the file exists; add --force to replace it",
        path=path,
    )


def _is_stdout(path: Path) -> bool:
    """Whether a path is one of the names of the standard output ("/dev/stdout"), or of what it was led to."""
    with suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(_STDOUT))
    return False


def _opened(place: Path | int, binary: bool, *, new: bool) -> IO[Any]:
    mode = "x" if new else "w"
    if binary:
        return open(place, mode + "b")  # noqa: PTH123 - a path or an open file's number
    return open(place, mode, encoding="utf-8", errors="backslashreplace", newline="")  # noqa: PTH123


def _is_about(error: OSError, place: Path) -> bool:
    """Whether the error is about the file being written, not about one that the block reads."""
    return error.errno in _FULL or str(place) in (str(error.filename), str(error.filename2))


def _unwritable(path: Path, error: OSError) -> UseError:
    reason = str(error.strerror)
    text = _REASONS.get(type(error), as_it_is(reason))
    return UseError("{path}: không ghi được: {text}", "{path}: cannot be written: {text}", path=path, text=text)

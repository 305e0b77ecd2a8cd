"""Zip archives from outside: opened with care, since they may be damaged, locked, or made to burst."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError

from fanpage_names.tables.faults import damaged, locked, too_big
from fanpage_names.tables.limits import Budget

LARGEST = 1 << 30
_LARGE = 1 << 25
_DENSEST = 200
"""Real sheets shrink to a tenth or a fiftieth; a bomb to a thousandth."""

_MOST_MEMBERS = 20_000

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@contextmanager
def faults(file: str) -> Iterator[None]:
    """Turn what comes of reading a damaged archive, or senseless values in it, into an error of use.

    Raises:
        UseError: the file is damaged.
    """
    try:
        yield
    except _FAULTS as error:
        raise damaged(file) from error


@contextmanager
def opened(source: Path | IO[bytes], file: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose members, by their declared sizes, are no bomb.

    Declared sizes suffice: readers stop where a member is longer than it says.

    Raises:
        UseError: the archive is damaged, locked or too big.
    """
    with faults(file), zipfile.ZipFile(source) as archive:
        members = archive.infolist()
        if any(member.flag_bits & 1 for member in members):
            raise locked(file)
        if len({member.filename for member in members}) < len(members):
            raise damaged(file)  # which of two members is meant, each reader guesses for itself
        if (
            len(members) > _MOST_MEMBERS
            or sum(member.file_size for member in members) > LARGEST
            or any(member.file_size > max(_LARGE, member.compress_size * _DENSEST) for member in members)
        ):
            raise too_big(file)
        yield archive


def budget_of(archive: zipfile.ZipFile, file: str) -> Budget:
    """Return what reading a file may come to."""
    return Budget(file, sum(member.compress_size for member in archive.infolist()))

"""A zip package copied with some of its parts written anew; all others go over as they are."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fanpage_names.tables.faults import damaged

_CHUNK = 1 << 16

Parts = Mapping[str, bytes | Iterable[bytes] | None]
"""What to write in place of some parts, as a whole or in pieces, by their names; None for those left out."""


def write_copy(source: Path | IO[bytes], file: str, parts: Parts, stream: IO[bytes]) -> None:
    """Write a package again, its parts in their order; last come new ones, and those in pieces, as they are given.

    Args:
        source: the package.
        file: for messages.
        parts: what changes.
        stream: gets the bytes.

    Raises:
        UseError: a part that is copied is damaged.
    """
    with ZipFile(source) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename not in parts:
                try:
                    content = old.read(member)
                except (BadZipFile, EOFError, NotImplementedError, ValueError, zlib.error) as error:
                    raise damaged(file) from error
                _write(new, member, content)
            elif isinstance(whole := parts[member.filename], bytes):
                _write(new, member, whole)
        for name, pieces in parts.items():
            known = name in old.namelist()
            if pieces is not None and not (known and isinstance(pieces, bytes)):
                _write(new, old.getinfo(name) if known else ZipInfo(name), pieces)


def _write(archive: ZipFile, member: ZipInfo, content: bytes | Iterable[bytes]) -> None:
    as_before = copy(member)  # the library writes into it where it put the part
    if as_before.compress_type != ZIP_STORED or not as_before.file_size:
        as_before.compress_type = ZIP_DEFLATED
    if isinstance(content, bytes):
        archive.writestr(as_before, content)
    else:
        with archive.open(as_before, "w") as part:
            for chunk in _chunks(content):
                part.write(chunk)


def _chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces in larger ones: each call of the compressor has its price."""
    waiting, size = list[bytes](), 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)

"""A zip package copied with some of its parts written anew; all others go over as they are."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from fanpage_names.tables.faults import damaged


def write_copy(source: Path | IO[bytes], file: str, parts: Mapping[str, bytes], stream: IO[bytes]) -> None:
    """Write a package again, its parts in their order.

    Args:
        source: the package.
        file: for messages.
        parts: what to write in place of some parts, by their names.
        stream: gets the bytes.

    Raises:
        UseError: a part that is copied is damaged.
    """
    with ZipFile(source) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            try:
                content = parts[member.filename] if member.filename in parts else old.read(member)
            except (BadZipFile, EOFError, NotImplementedError, ValueError, zlib.error) as error:
                raise damaged(file) from error
            as_before = copy(member)  # the library writes into it where it put the part
            if as_before.compress_type != ZIP_STORED:
                as_before.compress_type = ZIP_DEFLATED
            new.writestr(as_before, content)

"""Workbooks and documents by their containers: what lies in a zip archive or an OLE file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from fanpage_names.lang import Text
from fanpage_names.tables.archive import opened
from fanpage_names.tables.faults import locked, no_list, too_big
from fanpage_names.tables.grid import Grid
from fanpage_names.tables.kinds import BookKind
from fanpage_names.tables.package import CONTENT, DOCUMENT, WORKBOOK

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_CHUNK = 1 << 16
_LARGEST_IN_MEMORY = 1 << 24
_LARGEST_PIPE = 1 << 28


def book_grids(kind: BookKind, stream: IO[bytes], head: bytes, file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the sheets of an xlsx, xlsm, ods or xls workbook, or the tables of a docx document.

    Args:
        kind: what it lies in.
        stream: the file; it must stay open while rows are read.
        head: what has been read of it.
        file: the file as it was named on the line.
        sheet: the one sheet or table asked for; None for all.

    Raises:
        UseError: the file is damaged, locked, too big, or of another kind.
    """
    with _seekable(stream, head, file) as book:
        if kind == "zip":
            yield from _zip_grids(book, file, sheet)
        else:
            from fanpage_names.tables.sheets import xls_grids

            yield from xls_grids(book, file, sheet)


@contextmanager
def _seekable(stream: IO[bytes], head: bytes, file: str) -> Iterator[IO[bytes]]:
    """Give a file from its beginning: itself, or, where it comes through a pipe, a copy of all that comes.

    Raises:
        UseError: more comes than any list is long.
    """
    if stream.seekable():
        stream.seek(0)
        yield stream
        return
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(_LARGEST_IN_MEMORY) as copied:
        copied.write(head)
        while chunk := stream.read(_CHUNK):
            copied.write(chunk)
            if copied.tell() > _LARGEST_PIPE:
                raise too_big(file)
        copied.seek(0)
        yield cast(IO[bytes], copied)


def _zip_grids(stream: IO[bytes], file: str, sheet: str | None) -> Iterator[Grid]:
    with opened(stream, file) as archive:
        members = archive.namelist()
        if DOCUMENT in members:
            from fanpage_names.tables.docx_reading import document_grids

            yield from document_grids(archive, file, sheet)
        elif WORKBOOK in members:
            from fanpage_names.tables.sheets import xlsx_grids

            yield from xlsx_grids(archive, file, sheet)
        elif "encrypted-package" in members:
            raise locked(file)
        elif CONTENT in members and archive.read("mimetype").startswith(_ODS):
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise locked(file)
            from fanpage_names.tables.sheets import ods_grids

            yield from ods_grids(archive, file, sheet)
        else:
            raise no_list(file, Text("tệp nén zip hoặc kiểu tệp khác", "a zip archive or another kind of file"))

"""Workbooks and documents by their containers: what lies in a zip archive or an OLE file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fanpage_names.lang import Text
from fanpage_names.tables.archive import opened, refuse_far_cells, refuse_far_repeats
from fanpage_names.tables.compound import refuse_far_records
from fanpage_names.tables.document import DOCUMENT, document_grids
from fanpage_names.tables.faults import locked, no_list
from fanpage_names.tables.grid import Grid
from fanpage_names.tables.hyperlinks import sheet_targets
from fanpage_names.tables.workbook import workbook_grids

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"

_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""The records BOF of a workbook, perhaps WriteProtect, and FilePass. Source: [MS-XLS] 2.1.7.20.3."""


def zip_grids(path: Path, file: str, sheet: str | None) -> Iterator[Grid]:
    """Return the sheets of an xlsx, xlsm or ods workbook, or the tables of a docx document.

    Args:
        path: where the file is.
        file: the file as it was named on the line.
        sheet: the one sheet or table asked for; None for all.

    Raises:
        UseError: the file is damaged, locked, too big, or of another kind.
    """
    with opened(path, file) as archive:
        members = archive.namelist()
        if DOCUMENT in members:
            return document_grids(archive, file, sheet)
        if "xl/workbook.xml" in members:
            refuse_far_cells(archive, file)
            return workbook_grids(path, file, sheet, lambda name: partial(sheet_targets, path, file, name))
        if "encrypted-package" in members:
            raise locked(file)
        if "content.xml" in members and archive.read("mimetype").startswith(_ODS):
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise locked(file)
            refuse_far_repeats(archive, file)
            return workbook_grids(path, file, sheet)
    raise no_list(file, Text("tệp nén zip hoặc kiểu tệp khác", "a zip archive or another kind of file"))


def ole_grids(path: Path, file: str, sheet: str | None) -> Iterator[Grid]:
    """Return the sheets of an xls workbook; arguments and errors are those of `zip_grids`."""
    content = path.read_bytes()
    if _stream_name("EncryptedPackage") in content or _LOCKED_XLS.search(content):
        raise locked(file)
    if _stream_name("WordDocument") in content:
        raise no_list(file, Text("tệp Word cũ (.doc)", "an old Word document (.doc)"))
    refuse_far_records(content, file)
    return workbook_grids(path, file, sheet)


def _stream_name(name: str) -> bytes:
    """Return the name of a stream as the directory of an OLE container has it."""
    return name.encode("utf-16-le")

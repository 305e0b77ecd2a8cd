"""Workbooks that tests of reading make, whole and damaged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from fanpage_names.errors import UseError
from tests.tables.reading_cases import NAMES, names

FILES = Path(__file__).parent / "files"
SHEET = "xl/worksheets/sheet1.xml"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook["Sheet"])
    for title, cells in sheets.items():
        sheet = workbook.create_sheet(title)
        for line in cells:
            sheet.append(list(line))
    workbook.save(path)
    return path


def list_book(path: Path) -> Path:
    return book(path, {"S": [["TT", "Tên trang"], *enumerate(NAMES, 1)]})


def changed(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Write the archive again with each member as `change` makes it."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if (content := change(member, old.read(member))) is not None:
                new.writestr(member, content)
    return path


def refused(path: Path, message: str) -> None:
    with pytest.raises(UseError, match=rf"^{re.escape(str(path))}: .*{message}"):
        names(path)


def ods(path: Path, rows_xml: str, manifest: str = "", mimetype: str = ODS) -> Path:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    spaces += (
        ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as members:
        members.writestr("mimetype", mimetype)
        members.writestr("META-INF/manifest.xml", manifest)
        members.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows_xml}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_row(text: str, repeated: int = 1, before: int = 1) -> str:
    content = f'office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">'
        f'<table:table-cell table:number-columns-repeated="{before}"/><table:table-cell {content}</table:table-row>'
    )

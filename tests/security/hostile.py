"""Files that mean harm, made by code: so that what is wrong with each can be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from tests.tables.test_document import LIST, W

FILES = Path(__file__).parents[1] / "tables" / "files"
NAMES = ("Mặt trận Hải Hậu Nam Định", "MTTQ Hải Minh Hải Hậu", "=1+1", "Mat tran Co Le - Trực Ninh")

DOCTYPES: Mapping[str, bytes] = {
    "billion laughs": b"<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>",
    "a long entity many times": b"<!DOCTYPE x [<!ENTITY a0 '%s'>]>" % (b"x" * 100_000),
    "a file of this machine": b"<!DOCTYPE x [<!ENTITY a11 SYSTEM 'file:///etc/passwd'>]>",
    "a page of the network": b"<!DOCTYPE x [<!ENTITY a11 SYSTEM 'http://127.0.0.1:9/x'>]>",
    "a document type elsewhere": b"<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>",
    "a parameter entity": b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>",
}


def recognise(text: str) -> bool:
    """Whether a text is taken for a name: some are, so that readers go all the way."""
    return "H" in text


@cache
def xlsx() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["TT", "Tên trang", "Link", "Ghi chú"])
        for row, name in enumerate(NAMES, 1):
            sheet.write_number(row, 0, row)
            sheet.write_string(row, 1, name)
            sheet.write_url(row, 2, f"https://fb.com/trang{row}", string="Xem trang")
        sheet.write_formula(1, 3, '=CONCAT("a","b")', None, "ab")
        sheet.merge_range("A8:C8", "Tổng cộng")
    return stream.getvalue()


@cache
def docx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/_rels/document.xml.rels", '<Relationships><Relationship Id="r" Target="x"/></Relationships>'
        )
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{LIST}</w:body></w:document>")
    return stream.getvalue()


@cache
def ods() -> bytes:
    return (FILES / "names.ods").read_bytes()


@cache
def xls() -> bytes:
    return (FILES / "names.xls").read_bytes()


PACKAGES: Mapping[str, Callable[[], bytes]] = {"a.xlsx": xlsx, "a.docx": docx, "a.ods": ods}


def members(package: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_doctype(package: bytes, doctype: bytes) -> Iterator[bytes]:
    """Yield the package once for each of its XML parts, with a document type there and its entity in a text."""
    parts = members(package)
    for name, content in parts.items():
        if not content.startswith(b"<") or b">" not in content:
            continue
        declaration, separator, rest = content.partition(b"?>") if content.startswith(b"<?") else (b"", b"", content)
        start = rest.find(b"<")
        use = rest.replace(b"Nam", b"&a11;&a0;") if b"Nam" in rest else rest.replace(b'="', b'="&a11;', 1)
        yield packed({**parts, name: declaration + separator + doctype + use[start:]})

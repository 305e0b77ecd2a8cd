"""What a file is: by its first bytes, and by its ending where the bytes are plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.tables.faults import no_list

TextKind = Literal["lines", "delimited", "json", "jsonl"]
BookKind = Literal["zip", "ole"]
"""A workbook or document: Office Open XML and OpenDocument are zip archives, older ones OLE containers."""

_TEXT_ENDINGS: Mapping[str, TextKind] = {
    ".txt": "lines",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".tab": "delimited",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
BOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".docx")
READABLE_ENDINGS = (*_TEXT_ENDINGS, *BOOK_ENDINGS)

_BOOK_MAGIC: Mapping[bytes, BookKind] = {b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole"}
_FOREIGN: tuple[tuple[re.Pattern[bytes], Text], ...] = (
    (re.compile(rb"%PDF-"), Text("PDF", "PDF")),
    (re.compile(rb"\{\\rtf"), Text("RTF", "RTF")),
    (re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|BM.{4}\0\0\0\0", re.DOTALL), Text("ảnh", "a picture")),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh"), Text("tệp nén", "a compressed archive")),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|meta|style)\b", re.IGNORECASE),
        Text("HTML", "HTML"),
    ),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b"), Text("XML", "XML")),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def kind_of(file: str, head: bytes) -> TextKind | BookKind:
    """Return what a file is.

    Args:
        file: its name as on the line; "-" for standard input.
        head: its first bytes.

    Raises:
        UseError: it is nothing that holds page names, or not what its ending says.
    """
    ending = PurePath(file).suffix.lower() if file != "-" else ""
    for magic, kind in _BOOK_MAGIC.items():
        if head.startswith(magic):
            return kind
    for pattern, what in _FOREIGN:
        if pattern.match(head):
            raise no_list(file, what)
    if ending in BOOK_ENDINGS:
        raise UseError(
            "{file}: không phải tệp {ending} (hỏng hoặc bị đổi đuôi); mở bằng Excel, Word rồi lưu lại",
            "{file}: not a {ending} file (damaged or renamed); open and save it in Excel or Word",
            file=file,
            ending=ending[1:],
        )
    if _is_binary(head):
        raise no_list(file, Text("tệp nhị phân", "a binary file"))
    return _TEXT_ENDINGS.get(ending) or _by_looking(head)


def _by_looking(head: bytes) -> TextKind:
    """Return what a text without a telling ending is; names that stand one a line are the usual thing."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith(b'{"'):
        return "jsonl"
    return "json" if re.match(rb'\[\s*[\["{]', begin) else "lines"


def _is_binary(head: bytes) -> bool:
    """Whether bytes are no text at all: control characters abound, and not as the zeros of UTF-16."""
    halves = head[::2], head[1::2]
    return all(len(half) - len(half.translate(None, _CONTROL)) > len(half) // 10 for half in halves)

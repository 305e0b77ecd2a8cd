"""What of a workbook does not survive being read and written again by openpyxl.

Source: openpyxl's documentation ("openpyxl does currently not read all possible items in an Excel file so shapes will
be lost"), and the parts of a package by ECMA-376 part 1, 15.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from fanpage_names.lang import Text

_KEPT = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|docProps/.*"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|comments[^/]*)\.xml"
    r"|xl/(?:worksheets|chartsheets|theme|tables|comments|externalLinks|pivotTables|pivotCache|printerSettings)/[^/]*"
    r"|xl/drawings/(?:drawing[^/]*|[^/]*\.vml)"
)
"""Parts that openpyxl writes again, or (order of calculation, settings of one printer) that nobody misses."""

_CONTROLS = Text("nút bấm, ô điều khiển", "buttons and other controls")
_SIGNATURE = re.compile(r"_xmlsignatures/.*|META-INF/documentsignatures\.xml")
_SIGNATURES = Text("chữ ký số", "digital signatures")
_LOST = (
    (re.compile(r"xl/media/.*"), Text("hình ảnh", "pictures")),
    (re.compile(r"xl/charts/.*"), Text("biểu đồ (xem lại cách trình bày)", "charts (look at them again)")),
    (re.compile(r"xl/(?:vbaProject|vbaData|vbaProjectSignature).*|xl/macrosheets/.*"), Text("macro", "macros")),
    (re.compile(r"xl/embeddings/.*"), Text("đối tượng nhúng", "embedded objects")),
    (re.compile(r"xl/(?:ctrlProps|activeX)/.*"), _CONTROLS),
    (re.compile(r"xl/(?:threadedComments|persons)/.*"), Text("hội thoại trong ghi chú", "conversations in comments")),
    (re.compile(r"xl/(?:slicers|slicerCaches|timelines|timelineCaches)/.*"), Text("bộ lọc slicer", "slicers")),
    (re.compile(r"xl/diagrams/.*"), Text("SmartArt", "SmartArt")),
    (re.compile(r"xl/(?:queryTables/.*|connections\.xml|model/.*)"), Text("kết nối dữ liệu", "data connections")),
    (_SIGNATURE, _SIGNATURES),
)
_CONTROL = re.compile(rb"""ObjectType=["'](?!Note)""")
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s>]")
_SHAPES = Text("hình vẽ, hộp chữ", "shapes and text boxes")
_EXTENSION = re.compile(rb"<(?:\w+:)?extLst[\s>]")
_EXTENSIONS = Text(
    "phần mở rộng của Excel 2010 trở đi (sparkline, thanh dữ liệu …)",
    "extensions of Excel 2010 and later (sparklines, data bars …)",
)


def losses(path: Path) -> tuple[Text, ...]:
    """Return what a workbook holds that a copy of it written by openpyxl will not have, each kind once."""
    with ZipFile(path) as archive:
        return tuple(dict.fromkeys(_lost(archive)))


def signed(path: Path) -> tuple[Text, ...]:
    """Return what a package holds that no changed copy can have: a signature is about the very bytes."""
    with ZipFile(path) as archive:
        return (_SIGNATURES,) if any(map(_SIGNATURE.match, archive.namelist())) else ()


def _lost(archive: ZipFile) -> Iterator[Text]:
    keeps_pictures = find_spec("PIL") is not None
    for part in archive.namelist():
        if part.endswith("/") or _KEPT.fullmatch(part):
            yield from _lost_within(archive, part)
        elif not (keeps_pictures and part.startswith("xl/media/")):
            yield next((what for parts, what in _LOST if parts.fullmatch(part)), Text(part, part))


def _lost_within(archive: ZipFile, part: str) -> Iterator[Text]:
    """Yield what is lost of a part that is written again."""
    if part.startswith("xl/drawings/"):
        content = archive.read(part)
        if _SHAPE.search(content):
            yield _SHAPES
        if _CONTROL.search(content):
            yield _CONTROLS
    elif part.startswith("xl/worksheets/sheet") and _EXTENSION.search(archive.read(part)):
        yield _EXTENSIONS

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
    r"|xl/drawings/(?:drawing|vmlDrawing)[^/]*"
)
"""Parts that openpyxl writes again, or (order of calculation, settings of one printer) that nobody misses."""

_LOST = (
    (re.compile(r"xl/media/.*"), Text("hình ảnh", "pictures")),
    (re.compile(r"xl/charts/.*"), Text("biểu đồ (xem lại cách trình bày)", "charts (look at them again)")),
    (re.compile(r"xl/(?:vbaProject|vbaData|vbaProjectSignature).*|xl/macrosheets/.*"), Text("macro", "macros")),
    (re.compile(r"xl/embeddings/.*"), Text("đối tượng nhúng", "embedded objects")),
    (re.compile(r"xl/(?:ctrlProps|activeX)/.*"), Text("nút bấm, ô điều khiển", "buttons and other controls")),
    (re.compile(r"xl/(?:threadedComments|persons)/.*"), Text("hội thoại trong ghi chú", "conversations in comments")),
    (re.compile(r"xl/(?:slicers|slicerCaches|timelines|timelineCaches)/.*"), Text("bộ lọc slicer", "slicers")),
    (re.compile(r"xl/diagrams/.*"), Text("SmartArt", "SmartArt")),
    (re.compile(r"xl/(?:queryTables/.*|connections\.xml|model/.*)"), Text("kết nối dữ liệu", "data connections")),
    (re.compile(r"_xmlsignatures/.*"), Text("chữ ký số", "digital signatures")),
)
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s>]")
_SHAPES = Text("hình vẽ, hộp chữ", "shapes and text boxes")
_EXTENSION = re.compile(rb"<(?:\w+:)?extLst[\s>]")
_EXTENSIONS = Text(
    "phần mở rộng của Excel 2010 trở đi (sparkline, thanh dữ liệu …)",
    "extensions of Excel 2010 and later (sparklines, data bars …)",
)


def losses(path: Path) -> tuple[Text, ...]:
    """Return what a workbook holds that a copy of it will not have, each kind once."""
    with ZipFile(path) as archive:
        return tuple(dict.fromkeys(_lost(archive)))


def _lost(archive: ZipFile) -> Iterator[Text]:
    keeps_pictures = find_spec("PIL") is not None
    for part in archive.namelist():
        if part.endswith("/") or _KEPT.fullmatch(part):
            content = archive.read(part) if re.match(r"xl/(?:drawings|worksheets)/[^/]*\.xml", part) else b""
            if part.startswith("xl/drawings/") and _SHAPE.search(content):
                yield _SHAPES
            elif _EXTENSION.search(content):
                yield _EXTENSIONS
        elif not (keeps_pictures and part.startswith("xl/media/")):
            yield next((what for parts, what in _LOST if parts.fullmatch(part)), Text(part, part))

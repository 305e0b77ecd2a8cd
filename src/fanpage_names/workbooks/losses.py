"""What of a workbook or document its copy does not have.

Source: ECMA-376 part 2, 13 (a signature is about the very bytes of what is signed).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from fanpage_names.lang import Text, joined

_MACROS = re.compile(r"xl/vbaProject[^/]*")
_LOST = Text("{file}: bản sao không giữ được: {what}", "{file}: the copy does not keep: {what}")
_SIGNATURE = re.compile(r"_xmlsignatures/.*|META-INF/documentsignatures\.xml")


def lost_text(file: str, lost: Sequence[Text]) -> Text:
    """Return that a file's copy does not keep what was lost."""
    return _LOST.format(file=file, what=joined(", ", lost))


def losses(path: Path) -> tuple[Text, ...]:
    """Return what a workbook holds that a marked copy, which is a plain workbook, will not have."""
    with ZipFile(path) as archive:
        macros = any(map(_MACROS.fullmatch, archive.namelist()))
    return (*((Text("macro", "macros"),) if macros else ()), *signed(path))


def signed(path: Path) -> tuple[Text, ...]:
    """Return what a package holds that no changed copy can have."""
    with ZipFile(path) as archive:
        signature = any(map(_SIGNATURE.match, archive.namelist()))
    return (Text("chữ ký số", "digital signatures"),) if signature else ()

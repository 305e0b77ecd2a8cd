"""What an output holds: its bytes, and the words of a document."""

from __future__ import annotations

import io
from typing import Any, TypeVar

from docx import Document

from fanpage_names.tables.formats import Format, Options

T = TypeVar("T")


def written(chosen: Format[T], value: T, options: Options) -> bytes:
    """Return what a format makes of a value."""
    if chosen.binary:
        stream = io.BytesIO()
        chosen.write(value, stream, options)
        return stream.getvalue()
    text = io.StringIO(newline="")
    chosen.write(value, text, options)
    return text.getvalue().encode("utf-8")


def docx_text(content: bytes) -> str:
    """Return all text of a document, with no mark-up."""
    document: Any = Document(io.BytesIO(content))
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))

"""The words of a document."""

from __future__ import annotations

import io
from typing import Any

from docx import Document


def docx_text(content: bytes) -> str:
    """Return all text of a document, with no mark-up."""
    document: Any = Document(io.BytesIO(content))
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))

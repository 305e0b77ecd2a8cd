"""Cells of a workbook or document to be written anew, whatever the format."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from fanpage_names.tables.looks import looks_like_link
from fanpage_names.tables.xlsx_writing import MAX_TEXT

_NO_LETTERS_OF_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class NewCell(NamedTuple):
    """A cell and the text that it should have.

    Attributes:
        row: counted from 1.
        column: counted from 1.
        old: what was read from it.
        text: the new text.
        leads: whether the cell is in the column of links: what it leads to changes along with its text.
    """

    row: int
    column: int
    old: str
    text: str
    leads: bool

    def replaces(self, shown: str) -> bool:
        """Whether the new text takes the place of what the cell shows; of a link behind words only the target changes.

        A blank cell takes a link that stood elsewhere in its row.


        Raises:
            ValueError: the cell shows something else than what was read, so it is not the one that was meant.
        """
        if _letters(shown) == _letters(self.old) or (self.leads and not shown.strip()):
            return True
        if self.leads and not looks_like_link(shown):
            return False
        raise ValueError(shown)


NewCells = Mapping[str, Collection[NewCell]]
"""The cells to write in each sheet, by the sheet's name."""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def writable(text: str) -> str:
    """Return the text as a cell or a comment can hold it: no longer than that, and only letters that XML has."""
    text = _NO_LETTERS_OF_XML.sub(lambda match: ascii(match[0])[1:-1], text)
    text = text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"

"""The names in plain text, a line each: a list, a message pasted from a chat, a letter without a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fanpage_names.links import find_address, is_address
from fanpage_names.rows import Row
from fanpage_names.tables.columns import looks_like_page, names_page
from fanpage_names.tables.grid import Grid, Linked, Recognise, cell_text
from fanpage_names.tables.log import ReadingLog, Reason
from fanpage_names.tables.row_kinds import is_signature, mentions_district
from fanpage_names.text.phrases import has_words, label, says_unbuilt

_COLUMNS: Mapping[str, int] = MappingProxyType({"name": 1})
_SAID = re.compile(
    r"\bạ\b|\b(?:nhé|nha|nhỉ)\b\W*$|\b(?:xin )?cảm ơn\b|\bthanks?\b|^\W*(?:dạ|vâng|ok)\b"
    r"|\bgửi (?:anh|chị|em|các|sếp|bác|cô|chú|đồng chí|đ/c)\b"
    r"|\b(?:em|tôi|mình|chúng tôi|bên em) (?:xin )?(?:gửi|báo|nộp|bổ sung)\b|\bchào (?:anh|chị|em|các|cả|mọi)\b"
    r"|^\W*(?:còn lại|các xã còn lại|số còn lại)\b|^\W*(?:cam on|xin cam on|da|vang)\b\W",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\s*\[?\d{1,2}[:/.-]\d{1,2}(?:[/.-]\d{2,4})?[\s,]+\d{1,2}[:/.-]\d{1,2}.*?\]?")
"""When a message was sent, as chats write it before who sent it."""


def listed_names(grid: Grid, recognise: Recognise, log: ReadingLog) -> Iterator[Row]:
    """Yield every line as a row, but for those that carry no name; a link alone belongs to the name above.

    Args:
        grid: the lines.
        recognise: whether a text names a unit.
        log: gets the lines that carry no name.
    """
    before: Row | None = None
    group: str | None = None
    state = _Letter(recognise) if grid.letter else None
    for number, (cell,) in grid.records:
        line = cell_text(cell)
        if number == grid.heading or not (has_words(line) or line.strip()):
            continue
        address = find_address(line)
        if address and not has_words(address.taken_out(line)):
            if before is not None and not is_address(before.link or ""):
                before = before._replace(link=address.text)
            else:
                log.pass_over(number, "link")
            continue
        if line.rstrip().endswith(":") and mentions_district(label(line)) and not names_page(line):
            group = line.strip()
            log.pass_over(number, "section")
        elif reason := (state.reason(line) if state else None) or _said(line):
            log.pass_over(number, reason)
        else:
            if before is not None:
                yield before
            link = cell.address if isinstance(cell, Linked) else address.text if address else None
            before = Row(line, grid.file, grid.sheet, number, link, group=group, columns=_COLUMNS)
    if before is not None:
        yield before


def _said(line: str) -> Reason | None:
    """Return "chat" for what somebody says to somebody; "unbuilt" for what says that there is no page."""
    if says_unbuilt(line[:100]):
        return "unbuilt"
    if _STAMP.match(line) or (_SAID.search(line) and not names_page(line)):
        return "chat"
    return None


class _Letter:
    """Tells the names in a letter from what stands above and below them."""

    def __init__(self, recognise: Recognise) -> None:
        self._recognise = recognise
        self._begun = self._signed = False

    def reason(self, line: str) -> Reason | None:
        """Return why a line is no name; None where it is one."""
        if looks_like_page(re.sub(r"^\W*\d*\W*", "", line), self._recognise):
            self._begun = True
            return "signature" if self._signed else None
        if not self._begun:
            return "above"
        self._signed = self._signed or is_signature(label(line[:100]))
        return "signature" if self._signed else None

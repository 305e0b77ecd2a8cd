"""Which rows below a header carry a submitted name.

A submitted name is every cell with a text in the column of names that is no section, total or "chưa xây dựng"
(not built yet) line. Source: the reports of districts, which end with a block of signatures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from unicodedata import normalize

from fanpage_names.rows import Row
from fanpage_names.tables.columns import Found, looks_like_link, looks_like_page
from fanpage_names.tables.grid import ROLES, Grid, Recognise, cell_text
from fanpage_names.tables.headings import words
from fanpage_names.text.fold import fold_letters
from fanpage_names.text.values import new

_PLAIN_NAMES = ("Mặt trận ", "MẶT TRẬN ", "Mat tran ", "MTTQ ")
"""What most names begin with: no further question."""

_LONGEST_LABEL = 100
"""Totals, sections, signatures and the like are shorter."""

_MOST_CELLS_OF_A_SIGNATURE = 3

_TOTAL = re.compile(r"\W*(?:tong cong|cong|tong so(?: trang)?|tong|grand total|total)[\W\d]*")
_SECTION = re.compile(
    r"(?:[ivxlc]+\b|[a-h]\b|\d+)?[\W_]*(?:(?:doi voi )?(?:cap (?:tinh|huien|xa|co so|thanh pho)\b.*"
    r"|(?:cac|khoi) (?:huien|xa|phuong|thi tran|thanh pho|don vi)\b.*)|(?:province|district|commune) level)"
)
_ROMAN_OR_LETTER = re.compile(r"\W*(?:[ivxlc]+|[a-h])\W*")
_NOT_BUILT = re.compile(
    r"\W*(?:(?:chua|dang) (?:xai dung|lap|thanh lap|tao|trien khai|thuc hien|hoan thanh|hoan thien)\b.*"
    r"|(?:chua|khong) co(?: (?:trang|fanpage|page|facebook|ten|link)\b.*)?|chua|khong"
    r"|not (?:iet )?built(?: iet)?|none|n/a|[-–—._…/0]+)\W*"
)
_NOT_BUILT_NOTE = re.compile(
    r"\W*(?:(?:chua|dang) (?:xai dung|lap|thanh lap|tao)|chua co (?:trang|fanpage|page|facebook)"
    r"|not (?:iet )?built)\b"
)
"""What is noted beside a name that is only foreseen, as in the form; words such as "không" note something else."""

_MARKED_OTHERWISE = re.compile(r"\W*(?:ch[ùúủũụừứửữự]a|kh[òóỏõọồốổỗộ]ng)", re.IGNORECASE)
"""Words that fold like "chưa": "Chùa Cổ Lễ" is a name."""

_COLUMN_NUMBER = re.compile(r"\W*(?:\d{1,2}|[a-h])\W*")
_SIGNATURE = re.compile(
    r"\W*(?:(?:tm|kt|tl|tuq)\s*\.\s*\w.*|(?:pho )?(?:chu tich|truong ban)|da ki|ki ten.*|ki,.*"
    r"|(?:nguoi|can bo) lap(?: bieu| bang)?|noi nhan(?:\W.*)?|.*\bngai\b.*\bthang\b.*\bnam\b.*)\W*"
)


def submitted_names(found: Found, recognise: Recognise, *, nameless: bool = False) -> Iterator[Row]:
    """Yield the rows that carry a name, in order; numbers, dates and formulas without a value are none.

    Args:
        found: the table.
        recognise: whether a text names a unit.
        nameless: whether rows with a link and a unit, but a blank name, come too; their name is "".
    """
    layout, records = found.layout, found.records
    file, sheet, name_at = layout.file, layout.sheet, layout.columns["name"] - 1
    note_at, link_at, unit_at = (layout.columns.get(role, 0) - 1 for role in ("note", "link", "unit"))
    has_notes = note_at >= 0 and link_at >= 0
    nameless = nameless and unit_at >= 0 and link_at >= 0
    others = [layout.columns[role] - 1 if role in layout.columns else None for role in ROLES if role != "name"]
    width = max(layout.columns.values())
    texts: list[str | None] = [None] * len(others)
    name_alone = len(layout.columns) == 1
    at_top, signed = True, False
    for number, filled in records:
        cells = filled if len(filled) >= width else (*filled, *[""] * (width - len(filled)))
        name = cells[name_at]
        if not isinstance(name, str) or not name.startswith(_PLAIN_NAMES):
            if not any(cells):
                continue  # a million of these come where a lone cell stands far below
            labels = [_label(cell) for cell in cells]
            if at_top and _is_row_of_numbers(labels):
                continue
            at_top = at_top and not any(labels)
            signed = signed or _is_signature(labels, name_at)
            if not cell_text(name).strip():
                if not (nameless and labels[unit_at] and looks_like_link(cell_text(cells[link_at]))):
                    continue
                name = ""
            elif (
                not isinstance(name, str)
                or _is_no_name(name, labels, name_at, found.titles, recognise)
                or (signed and not looks_like_page(name, recognise))
            ):
                continue
        at_top = False
        if has_notes and (note := cells[note_at]) and not cells[link_at] and _NOT_BUILT_NOTE.match(_label(note)):
            continue  # a form's foreseen name
        # A million rows pass here: cells that are text already take no call, and a row is made as the tuple it is.
        if not name_alone:
            texts = [
                None if at is None else cell if type(cell := cells[at]) is str else cell_text(cell) for at in others
            ]
        yield new(Row, (name, file, sheet, number, *texts))


def plain_names(grid: Grid) -> Iterator[Row]:
    """Yield every record of a table of one column, which has no header, as a row."""
    for number, (name,) in grid.records:
        yield Row(cell_text(name), grid.file, grid.sheet, number)


def _label(cell: object) -> str:
    """Return the beginning of a cell's text, folded."""
    text = cell_text(cell).strip()[:_LONGEST_LABEL]
    return fold_letters(normalize("NFC", text)) if text else ""


def _is_no_name(name: str, labels: Sequence[str], name_at: int, titles: Collection[str], recognise: Recognise) -> bool:
    """Whether a cell among the names is a total, a section, a repeated header, or says there is no page."""
    label = labels[name_at]
    if _TOTAL.fullmatch(label) or _SECTION.fullmatch(label) or words(name) in titles:
        return True
    if _NOT_BUILT.fullmatch(label) and not _MARKED_OTHERWISE.match(normalize("NFC", name)):
        return True
    before = [text for text in labels[:name_at] if text]
    if any(map(_TOTAL.fullmatch, before)):
        return True
    section = len(before) == 1 and _ROMAN_OR_LETTER.fullmatch(before[0]) and not any(labels[name_at + 1 :])
    return bool(section) and not looks_like_page(name, recognise)


def _is_row_of_numbers(labels: Sequence[str]) -> bool:
    """Whether this is the row of column numbers that forms have below their header: (1), (2), (3)."""
    filled = [label for label in labels if label]
    return len(filled) > 1 and all(map(_COLUMN_NUMBER.fullmatch, filled))


def _is_signature(labels: Sequence[str], name_at: int) -> bool:
    """Whether the block of signatures begins here: below it are names of people and addressees."""
    filled = [label for label in labels if label]
    if not 0 < len(filled) <= _MOST_CELLS_OF_A_SIGNATURE:
        return False
    return any(map(_SIGNATURE.fullmatch, [labels[name_at]] if labels[name_at] else filled))

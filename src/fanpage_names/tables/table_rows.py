"""The rows of one table: what each carries, by its own cells and by the rows before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fanpage_names.links import find_address, is_address
from fanpage_names.rows import Row
from fanpage_names.tables.columns import Block, FoundLayout
from fanpage_names.tables.grid import ROLES, Linked, Recognise, Record, Role, cell_text
from fanpage_names.tables.header import Lookahead, header_at
from fanpage_names.tables.headings import Title, is_heading, title_of, words
from fanpage_names.tables.log import Reason
from fanpage_names.tables.looks import looks_like_link, looks_like_page
from fanpage_names.tables.row_kinds import (
    begins_with_type,
    heads_units_without_page,
    is_district_line,
    is_list_number,
    is_of_district,
    is_remark,
    is_roman_or_letter,
    is_row_of_numbers,
    is_section,
    is_signature,
    is_total,
    mentions_district,
)
from fanpage_names.text.old_fonts import as_read
from fanpage_names.text.phrases import has_words, label
from fanpage_names.text.unbuilt import notes_unbuilt, says_unbuilt
from fanpage_names.text.values import new

_PLAIN_NAMES = ("Mặt trận ", "MẶT TRẬN ", "Mat tran ", "MTTQ ")
"""What most names begin with: no further question."""

_SAMPLES_BEGIN = frozenset("VvMmEe([")

_LONGEST_LABEL = 100
"""Totals, sections, signatures and the like are shorter."""

_MOST_CELLS_OF_A_SIGNATURE = 3
_MOST_CELLS_OF_A_SECTION = 2

_OTHERS: tuple[Role, ...] = tuple(role for role in ROLES if role != "name")
_LINK, _NOTE, _DISTRICT = (_OTHERS.index(role) for role in ("link", "note", "district"))


class TableRows:
    """Reads the rows of one table, and remembers what the rows before say of those to come.

    Args:
        block: where its columns are.
        found: the sheet that it stands on.
        recognise: whether a text names a unit.
        title: what stands above it.
        following: returns the next record, which stays the next.
    """

    def __init__(
        self,
        block: Block,
        found: FoundLayout,
        recognise: Recognise,
        title: str,
        following: Callable[[], Record | None],
    ) -> None:
        self._columns, self._layout, self._titles = block.columns, found.layout, found.titles
        self._recognise, self._title, self._following = recognise, title, following
        self._start, self._end = block.start, block.end
        self._width = max(block.columns.values())
        self._name_at, self._link_at, self._unit_at, self._note_at, self._district_at = (
            block.columns.get(role, 0) - 1 for role in ("name", "link", "unit", "note", "district")
        )
        self._others = [block.columns[role] - 1 if role in block.columns else None for role in _OTHERS]
        self._numbered = self._name_at > block.start or self._link_at >= 0 or self._unit_at >= 0
        self._targets = {at: found.grid.targets(at + 1) for at in (self._link_at, self._name_at) if at >= 0}
        self._at_top, self._signed, self._counted = True, False, False
        self._without_page = False
        self._number = 0
        self._district: str | None = None
        self._group: str | None = None

    def row(self, number: int, cells: Sequence[object]) -> Row | Reason | None:
        """Return the name of a record; else why it has none, or None where it is blank."""
        self._number = number
        if len(cells) < self._width:
            cells = (*cells, *[""] * (self._width - len(cells)))
        name = cells[self._name_at] if self._name_at >= 0 else ""
        if not self._signed and isinstance(name, str) and name.startswith(_PLAIN_NAMES) and not self._is_sample(cells):
            self._at_top = False
            if self._numbered and not self._counted:
                self._counted = self._is_counted(cells, self._labels(cells))
            return self._placed(cell_text(name), number, cells)
        if not any(cells[self._start : self._end]):
            return None  # a million of these come where a lone cell stands far below
        labels = self._labels(cells)
        if not any(labels):
            return None
        reason = self._reason(name, cells, labels)
        linked = reason == "link" and self._unit_at >= 0 and labels[self._unit_at - self._start]
        if reason is not None and not linked:
            return reason
        named = isinstance(name, str) and name.strip() and not linked
        return self._placed(cell_text(name) if named else "", number, cells)

    def _placed(self, name: str, number: int, cells: Sequence[object]) -> Row | Reason:
        """Return the row of a name, or why it has none, after what the lines above say of it; a district's is one."""
        first = cells[self._start]
        numbered = isinstance(first, int | float) or (isinstance(first, str) and first[:1].isdecimal())
        if self._numbered and not numbered and is_of_district(label(name[:_LONGEST_LABEL])):
            self._group = name.strip()
        if self._without_page and not self._is_linked(cells):
            return "unbuilt"
        return self._named(name, number, cells)

    def _labels(self, cells: Sequence[object]) -> Sequence[str]:
        return [label(as_read(cell_text(cell)[:_LONGEST_LABEL])) for cell in cells[self._start : self._end]]

    def _is_sample(self, cells: Sequence[object]) -> bool:
        """Whether the first cell says that the row only shows what is to be written: "VD", "(mẫu)"."""
        first = cells[self._start]
        return isinstance(first, str) and first[:1] in _SAMPLES_BEGIN and is_remark(label(first[:_LONGEST_LABEL]))

    def _reason(self, name: object, cells: Sequence[object], labels: Sequence[str]) -> Reason | None:
        """Return why a record with something in it has no name; None where it has one, or reports a nameless page."""
        at_top, self._at_top = self._at_top, False
        if at_top and is_row_of_numbers(labels):
            return "numbers"
        if self._is_header(name, cells, labels):
            return "header"
        counted = self._is_counted(cells, labels)
        if counted:
            self._signed, self._counted = False, True
        elif self._is_signed(name, labels):
            return "signature"
        at = self._name_at - self._start if self._name_at >= 0 else None
        if (total := any(map(is_total, filter(None, labels[: None if at is None else at + 1])))) or self._is_remark(
            labels, at
        ):
            return "total" if total else "remark"
        if self._district_at >= 0 and (text := cell_text(cells[self._district_at]).strip()):
            self._district = text
        if self._is_section(name, cells, labels, counted=counted):
            return "section"
        return self._reason_of_name(name, cells, labels)

    def _reason_of_name(self, name: object, cells: Sequence[object], labels: Sequence[str]) -> Reason | None:
        text = cell_text(name).strip()
        if not text:
            return (
                None
                if self._is_linked(cells) and self._unit_at >= 0 and labels[self._unit_at - self._start]
                else "nameless"
            )
        if not isinstance(name, str):
            return "no text"
        if says_unbuilt(as_read(text[:_LONGEST_LABEL])):
            return "unbuilt"
        address = find_address(name)
        return "link" if address and not has_words(address.taken_out(name)) else None

    def _is_remark(self, labels: Sequence[str], at: int | None) -> bool:
        """Whether a row explains or shows what is to be written: its name says so, or what stands first in it."""
        first = next(text for text in labels if text)
        return is_remark(first) or (at is not None and is_remark(labels[at]))

    def _is_header(self, name: object, cells: Sequence[object], labels: Sequence[str]) -> bool:
        if isinstance(name, str) and name and words(name) in self._titles:
            return True
        if sum(map(is_heading, filter(None, labels))) < 2 or any(map(is_list_number, labels)):
            return False
        titles = [title_of("", text) for text in labels if text]
        return _names_pages(titles) or _names_pages(self._titles_with_following(cells))

    def _titles_with_following(self, cells: Sequence[object]) -> Sequence[Title]:
        """Return the titles of a header whose second row is the next one; none where the next row is no such row."""
        following = self._following()
        if following is None:
            return ()
        mine = slice(self._start, self._end)
        rows = [(self._number, cells[mine]), (following[0], following[1][mine])]
        header = header_at(Lookahead(iter(rows)), 0)
        return header.titles() if header and len(header.rows) > 1 else ()

    def _is_counted(self, cells: Sequence[object], labels: Sequence[str]) -> bool:
        """Whether a row belongs to the list: it has a list number before its name, a unit or a link."""
        before = labels[: max(1, self._name_at - self._start)] if self._name_at != self._start else []
        if any(map(is_list_number, before)):
            return True
        if self._is_linked(cells):
            return True
        unit = labels[self._unit_at - self._start] if self._unit_at >= 0 else ""
        if not unit or is_signature(unit):
            return False
        return begins_with_type(unit) or (not self._signed and self._recognise(cell_text(cells[self._unit_at])))

    def _is_linked(self, cells: Sequence[object]) -> bool:
        if self._link_at < 0:
            return False
        return is_address(cell_text(cells[self._link_at])) or self._behind(cells) is not None

    def _is_signed(self, name: object, labels: Sequence[str]) -> bool:
        """Whether a row without number, unit and link belongs to the block of signatures."""
        filled = [text for text in labels if text]
        if not self._signed:
            own = labels[self._name_at - self._start] if self._name_at >= 0 else ""
            if len(filled) > _MOST_CELLS_OF_A_SIGNATURE or not any(map(is_signature, [own] if own else filled)):
                return False
            if own and not self._counted and self._another_name_follows(name):
                return False
            self._signed = True
            return True
        return self._counted or not (isinstance(name, str) and looks_like_page(name, self._recognise))

    def _another_name_follows(self, name: object) -> bool:
        """Whether "TM. …" begins a name after all, in a list where nothing else tells rows from signatures."""
        following = self._following()
        if following is None or len(following[1]) <= self._name_at:
            return False
        return self._recognise(cell_text(name)) and self._recognise(cell_text(following[1][self._name_at]))

    def _is_section(self, name: object, cells: Sequence[object], labels: Sequence[str], *, counted: bool) -> bool:
        """Whether a row heads those below; what it says of their district is kept."""
        filled = [at for at, text in enumerate(labels) if text]
        first, last = labels[filled[0]], labels[filled[-1]]
        own = labels[self._name_at - self._start] if self._name_at >= 0 else ""
        said = own or (last if len(filled) <= _MOST_CELLS_OF_A_SECTION else "")
        if not (is_section(said) or (not counted and heads_units_without_page(said))):
            roman = len(filled) == _MOST_CELLS_OF_A_SECTION and is_roman_or_letter(first)
            if not (roman or (len(filled) == 1 and self._numbered)):
                return False
            if own and isinstance(name, str) and looks_like_page(name, self._recognise):
                return False
            if not (is_district_line(last) or (roman and own)):
                return False
        self._without_page = not counted and heads_units_without_page(own or last)
        if mentions_district(last):
            self._group = cell_text(cells[self._start + filled[-1]]).strip()
        return True

    def takes_link(self, cells: Sequence[object], pending: list[Row]) -> bool:
        """Give a link that stands alone below a name to that name, where it has none yet."""
        address = find_address(cell_text(cells[self._name_at]))
        for at, row in enumerate(pending):
            if address and row.columns is self._columns and not is_address(row.link or ""):
                pending[at] = row._replace(link=address.text)
                return True
        return False

    def _behind(self, cells: Sequence[object]) -> str | None:
        """Return where the link's cell, or else the name's, leads to when it is clicked."""
        for at in (self._link_at, self._name_at):
            if at >= 0:
                cell = cells[at]
                address = cell.address if isinstance(cell, Linked) else self._targets[at].get(self._number)
                if address and is_address(address):
                    return address
        return None

    def _named(self, name: str, number: int, cells: Sequence[object]) -> Row | Reason:
        """Return the row of a name, with the link that is in its cell, or behind it, where it has no other."""
        # A million rows pass here: cells that are text already take no call, and a row is made as the tuple it is.
        texts: list[str | None] = [
            None if at is None else cell if type(cell := cells[at]) is str else cell_text(cell) for at in self._others
        ]
        if not looks_like_link(texts[_LINK] or "") and (behind := self._behind(cells)):
            texts[_LINK] = behind
        written = cell_text(cells[self._name_at]) if self._name_at >= 0 else ""
        if not texts[_LINK] and "." in written and (address := find_address(written)):
            texts[_LINK] = address.text
        if self._note_at >= 0 and self._link_at >= 0 and not texts[_LINK] and notes_unbuilt(texts[_NOTE] or ""):
            return "unbuilt"  # a form's foreseen name
        if self._district_at >= 0:
            self._district = texts[_DISTRICT] = (texts[_DISTRICT] or "").strip() or self._district
        values = (name, self._layout.file, self._layout.sheet, number, *texts)
        return new(Row, (*values, self._group, self._title, self._columns))


def _names_pages(titles: Sequence[Title]) -> bool:
    """Whether one of some titles is surely that of the names."""
    return any(title.heading == "name" and title.sure > 1 for title in titles)

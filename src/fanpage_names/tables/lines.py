"""The names in plain text, a line each: a list, a message pasted from a chat, a letter without a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fanpage_names.links import find_address, is_address
from fanpage_names.rows import Row
from fanpage_names.tables.grid import Grid, Linked, Recognise, Record, cell_text
from fanpage_names.tables.headings import labelled
from fanpage_names.tables.line_kinds import (
    is_furniture,
    is_headline,
    is_prose,
    is_stamped,
    is_time,
    said,
    speaks,
    without_number,
)
from fanpage_names.tables.log import ReadingLog, Reason
from fanpage_names.tables.looks import looks_like_page, names_page
from fanpage_names.tables.row_kinds import (
    begins_with_roman,
    heads_units_without_page,
    is_remark,
    is_section,
    is_signature,
    is_total,
    mentions_district,
)
from fanpage_names.text.phrases import has_words, label
from fanpage_names.text.unbuilt import says_unbuilt

_LONGEST_LABEL = 100
_LEAST_OF_A_LIST = 3
"""So many units' names without a word of a page's make a list; fewer are a letterhead."""


def listed_names(grid: Grid, recognise: Recognise, log: ReadingLog) -> Iterator[Row]:
    """Yield every line as a row, but for those that carry no name; a link alone belongs to the name above.

    Where a list begins with a link, each link belongs to the name below it.

    Args:
        grid: the lines.
        recognise: whether a text names a unit.
        log: gets the lines that carry no name.
    """
    lines = _Lines(grid, recognise, log)
    for record in grid.records:
        if row := lines.take(record):
            yield row
    yield from lines.rest()


class _Lines:
    """Reads lines one after the other; holds back the last name, to which the next line may belong."""

    def __init__(self, grid: Grid, recognise: Recognise, log: ReadingLog) -> None:
        self._grid, self._recognise, self._log = grid, recognise, log
        self._columns = {"name": grid.column}
        self._held: Row | None = None
        self._may_sign = False
        self._group: str | None = None
        self._unit: str | None = None
        self._link_above: str | None = None
        self._links_first: bool | None = None
        self._begun = not grid.letter
        self._spoken = grid.letter
        self._above: list[Row] = []
        self._signed = self._without_page = False

    def take(self, record: Record) -> Row | None:
        """Take a line; return the name held back, where it is whole by now."""
        number, (cell,) = record
        line = cell_text(cell)
        if number == self._grid.heading or not line.strip():
            return None
        address = find_address(line)
        if address and not has_words(address.taken_out(line)):
            return self._take_link(number, address.text)
        self._part_from(number, line)
        reason = self._reason(line)
        if reason == "above" and self._recognise(line):
            self._above.append(self._row(line, number, address.text if address else None))
            return None
        if reason is None and self._without_page and not address:
            reason = "unbuilt"
        if reason:
            self._log.pass_over(number, reason)
            return None
        link = cell.address if isinstance(cell, Linked) else address.text if address else None
        if link is None and self._links_first:
            link, self._link_above = self._link_above, None
        return self._hold(self._row(line, number, link))

    def rest(self) -> Sequence[Row]:
        """Return the names that are still held back at the end."""
        if self._held and self._may_sign:
            self._drop("signature")
        if not self._begun and len(self._above) >= _LEAST_OF_A_LIST:
            return self._above
        self._pass_over_above()
        return [self._held] if self._held else []

    def _pass_over_above(self) -> None:
        """Pass over the units named so far: they were a letterhead."""
        for row in self._above:
            self._log.pass_over(row.row, "above")
        self._above.clear()

    def _row(self, name: str, number: int, link: str | None) -> Row:
        unit, self._unit = self._unit, None
        place = self._grid.file, self._grid.sheet, number
        return Row(name, *place, link, unit, group=self._group, title=self._grid.sheet or "", columns=self._columns)

    def _hold(self, row: Row) -> Row | None:
        whole, self._held = self._held, row
        text = label(row.name[:_LONGEST_LABEL])
        self._may_sign = is_signature(text) and whole is not None and not row.link
        return whole

    def _drop(self, reason: Reason) -> None:
        assert self._held is not None
        self._log.pass_over(self._held.row, reason)
        self._held, self._may_sign = None, False

    def _take_link(self, number: int, link: str) -> Row | None:
        """Give a link that stands alone to the name, or else to the unit, that it belongs to."""
        if self._links_first is None:
            self._links_first = self._held is None and self._unit is None
        if self._unit is not None:
            return self._hold(self._row("", number, link))
        if self._links_first:
            self._link_above = link
        elif self._held is not None and not is_address(self._held.link or ""):
            self._held, self._may_sign = self._held._replace(link=link), False
        else:
            self._log.pass_over(number, "link")
        return None

    def _part_from(self, number: int, line: str) -> None:
        """Drop the line before where this one shows that it was no name: who sent what follows, what it is about."""
        held = self._held
        if held is None or held.link or held.row != number - 1:
            return
        if is_time(line) and not looks_like_page(held.name, self._recognise):
            self._drop("chat")
        elif self._may_sign and not looks_like_page(line, self._recognise):
            self._drop("signature")
            self._signed = True
        elif self._is_of(line, "name") and not self._is_of(held.name, "name") and not names_page(held.name):
            self._unit = without_number(held.name)
            self._drop("section")

    @staticmethod
    def _is_of(line: str, heading: str) -> bool:
        found = labelled(line)
        return found is not None and found[0].heading == heading

    def _reason(self, line: str) -> Reason | None:
        """Return why a line is no name; None where it is one.

        In a bare list every line is one, whatever it says; what only stands around names is known by its words once
        somebody speaks: in a letter, or below the first line of a message.
        """
        text = label(line[:_LONGEST_LABEL])
        page = names_page(without_number(line))
        self._spoken = self._spoken or (not page and speaks(line, text))
        if self._is_section(line, text) and not page:
            self._without_page = heads_units_without_page(text)
            return self._headed(line, text)
        if (found := labelled(line)) and found[0].heading != "name" and not page:
            return self._of_label(found[0].heading or "other", found[1])
        return self._by_words(line, text, page=page) or self._by_place(line, text)

    def _is_section(self, line: str, text: str) -> bool:
        """Whether a line says whose names follow."""
        if heads_units_without_page(text):
            return True
        if line.rstrip().endswith(":"):
            return is_section(text) or mentions_district(text)
        return self._grid.letter and (is_section(text) or (begins_with_roman(text) and not self._recognise(line)))

    def _of_label(self, heading: str, value: str) -> Reason:
        if heading == "unit":
            self._unit = value
        return "remark" if heading == "note" else "others"

    def _by_words(self, line: str, text: str, *, page: bool) -> Reason | None:
        """Return why a line can be no name wherever it stands."""
        if says_unbuilt(line[:_LONGEST_LABEL]):
            return "unbuilt"
        if is_stamped(line) and not self._recognise(line):
            return "chat"
        return self._by_words_of_message(line, text, page=page) if self._spoken else None

    def _by_words_of_message(self, line: str, text: str, *, page: bool) -> Reason | None:
        """Return why a line is no name among those of a message or a letter."""
        if is_furniture(line):
            return "chat"
        if (total := is_total(without_number(text))) or is_remark(text):
            return "total" if total else "remark"
        prose = self._grid.letter and is_prose(line) and not (page and self._recognise(line))
        if page or (find_address(line) and self._recognise(line)):
            return "chat" if prose else None
        if is_headline(text):
            self._pass_over_above()
            return self._headed(line, text)
        return "chat" if said(line) or prose else None

    def _headed(self, line: str, text: str) -> Reason:
        """Note whose names follow."""
        self._group = line.strip() if mentions_district(text) else self._group
        return "section" if self._begun else "above"

    def _by_place(self, line: str, text: str) -> Reason | None:
        """Return why a line is no name where it stands: above the names of a letter, or among signatures."""
        numbered = without_number(line) != line and self._recognise(line)
        if numbered or find_address(line) or looks_like_page(without_number(line), self._recognise):
            self._begun = True
            return "signature" if self._signed and self._grid.letter else None
        if not self._begun:
            return "above"
        if self._spoken and is_signature(text) and not self._recognise(line):
            self._signed = True
            return "signature"
        return "signature" if self._signed and self._grid.letter else None

"""Which name and link a submitted row should have, and what was mended and left on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fanpage_names.lang import Lang, Text
from fanpage_names.links import find_address
from fanpage_names.result import Result
from fanpage_names.rows import Checked, Row
from fanpage_names.tables.grid import Role
from fanpage_names.tables.mending import Held, nothing_held
from fanpage_names.telling import to_act_on

_COUNT = Text(
    "{n} tên: đã sửa {mended}, còn lại {left}",
    "{n} names: {mended} mended, {left} left",
    one="{n} name: {mended} mended, {left} left",
)
_IN_PART = Text("{count}, trong đó {n} mới sửa một phần", "{count}, {n} of them mended in part")
_MENDED = Text("đã sửa: {codes}", "mended: {codes}")
_LEFT = Text("còn lại {place}: {codes}", "left {place}: {codes}")
_LEFT_IN_FORMULA = Text("còn lại {place} (công thức): {codes}", "left {place} (formula): {codes}")
_HELD = Text(
    "{n} tên hoặc đường link do công thức tạo ra, không bị ghi đè; hãy sửa trong chính công thức",
    "{n} names or links are made by formulas and were not written over; mend the formulas themselves",
    one="{n} name or link is made by a formula and was not written over; mend the formula itself",
)
_MORE = Text(
    "còn lại nữa: {n} tên; xem: fanpage-names check",
    "left besides: {n} names; see: fanpage-names check",
    one="left besides: {n} name; see: fanpage-names check",
)
_TAKEN_OUT = Text(
    "{place}: đường link đã bỏ khỏi ô tên, trong bản sao không còn: {link}",
    "{place}: the address was taken out of the name's cell, and is nowhere in the copy: {link}",
)
_SHOWN = 20


def mended_name(result: Result, *, unsafe: bool) -> str:
    """Return the name to write: the safe fix, else with `unsafe` the official name, else the name as it is."""
    if result.fixed is not None:
        return result.fixed
    return result.canonical if unsafe and result.canonical is not None else result.submitted


def mended_row(checked: Checked, *, unsafe: bool) -> Row:
    """Return the row with the name to write, and the plain form of its link where that has a cell."""
    row = checked.row
    has_place = "link" in row.columns or not row.columns
    link = checked.fixed_link if has_place and checked.fixed_link is not None else row.link
    return row._replace(name=mended_name(checked.result, unsafe=unsafe), link=link)


def _changed(row: Row, new: Row) -> set[Role]:
    changed: set[Role] = {"name"} if new.name != row.name else set()
    return changed | {"link"} if new.link != row.link else changed


@dataclass(slots=True)
class Mending:
    """Mends rows and counts, complete once everything that `rows` yields was read.

    Attributes:
        unsafe: whether fixes that a person should look at are applied too.
        count: names read.
        mended: rows changed.
        codes: diagnostics of the changed cells, by code.
        left: rows in which something still deviates.
        in_part: rows of these in which something was mended.
        held: cells that would change, did not a formula make what they hold.
        shown: the first rows of those left, for people.
        taken_out: addresses that left a name's cell and have no other place in the copy.
    """

    unsafe: bool
    count: int = 0
    mended: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    left: int = 0
    in_part: int = 0
    held: int = 0
    shown: list[Text] = field(default_factory=list)
    taken_out: list[Text] = field(default_factory=list)

    def rows(self, results: Iterable[Checked], held: Held = nothing_held) -> Iterator[tuple[Row, Row]]:
        """Yield each row with the row that it should be: with another name, another link, or both.

        Args:
            results: the rows as they were checked.
            held: which cells of a row must stay as they are.
        """
        for checked in results:
            row = checked.row
            new = mended_row(checked, unsafe=self.unsafe)
            changed = _changed(row, new)
            if kept := changed.intersection(held(row)) if changed else None:
                new = new._replace(**{role: getattr(row, role) for role in kept})
                changed -= kept
                self.held += len(kept)
            address = find_address(row.name) if "name" in changed else None
            if address and ("link" not in row.columns or row.link != address.text):
                self.taken_out.append(_TAKEN_OUT.format(place=row.place(), link=address.text))
            left: dict[str, None] = {}
            _, needless = to_act_on(checked.result)
            for found in checked.result.diagnostics:
                if found.cell in changed and found.fix != "none":
                    self.codes[found.code] += 1
                elif found not in needless:
                    left[found.code] = None
            self.count += 1
            self.mended += bool(changed)
            self.left += bool(left)
            self.in_part += bool(changed and left)
            if left and len(self.shown) < _SHOWN:
                said = _LEFT_IN_FORMULA if kept else _LEFT
                self.shown.append(said.format(place=row.place(), codes=" ".join(left)))
            yield row, new

    def add(self, other: Mending) -> None:
        """Count what was done to another file too."""
        self.count += other.count
        self.mended += other.mended
        self.codes += other.codes
        self.left += other.left
        self.in_part += other.in_part
        self.held += other.held
        self.taken_out += other.taken_out
        self.shown = [*self.shown, *other.shown][:_SHOWN]

    def lines(self, lang: Lang) -> Sequence[str]:
        """Return the summary for people."""
        count = _COUNT.format(n=self.count, mended=self.mended, left=self.left)
        texts = [_IN_PART.format(count=count, n=self.in_part) if self.in_part else count]
        if self.codes:
            codes = ", ".join(f"{code} × {number}" for code, number in sorted(self.codes.items()))
            texts.append(_MENDED.format(codes=codes))
        texts += self.shown
        if more := self.left - len(self.shown):
            texts.append(_MORE.format(n=more))
        texts += self.taken_out
        if self.held:
            texts.append(_HELD.format(n=self.held))
        return [text.in_lang(lang) for text in texts]

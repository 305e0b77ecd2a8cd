"""Which name and link a submitted row should have, and what was mended and left on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.words import place
from fanpage_names.result import Result
from fanpage_names.rows import Checked, Row

_COUNT = Text("{names} tên: đã sửa {mended}, còn lại {left}", "{names} names: {mended} mended, {left} left")
_MENDED = Text("đã sửa: {codes}", "mended: {codes}")
_LEFT = Text("còn lại {place}: {codes}", "left {place}: {codes}")
_MORE = Text("còn lại nữa: {n} tên; xem: fanpage-names check", "left besides: {n} names; see: fanpage-names check")
_SHOWN = 20


def mended_name(result: Result, *, unsafe: bool) -> str:
    """Return the name to write: the safe fix, else with `unsafe` the official name, else the name as it is."""
    if result.fixed is not None:
        return result.fixed
    return result.canonical if unsafe and result.canonical is not None else result.submitted


def mended_row(checked: Checked, *, unsafe: bool) -> Row:
    """Return the row with the name to write, and the plain form of its link where that may be mended."""
    row = checked.row
    link = row.link if checked.fixed_link is None else checked.fixed_link
    return row._replace(name=mended_name(checked.result, unsafe=unsafe), link=link)


@dataclass(slots=True)
class Mending:
    """Mends rows and counts, complete once everything that `rows` yields was read.

    Attributes:
        unsafe: whether fixes that a person should look at are applied too.
        count: names read.
        mended: rows changed.
        codes: diagnostics of the changed cells, by code.
        left: rows in which something still deviates.
        shown: the first of them: where, and their codes.
    """

    unsafe: bool
    count: int = 0
    mended: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    left: int = 0
    shown: list[tuple[str, str]] = field(default_factory=list)

    def rows(self, results: Iterable[Checked]) -> Iterator[tuple[Row, Row]]:
        """Yield each row with the row that it should be: with another name, another link, or both."""
        for checked in results:
            row = checked.row
            new = mended_row(checked, unsafe=self.unsafe)
            changed = {"name"} if new.name != row.name else set()
            if new.link != row.link:
                changed.add("link")
            left: dict[str, None] = {}
            for found in checked.result.diagnostics:
                if found.cell in changed and found.fix != "none":
                    self.codes[found.code] += 1
                else:
                    left[found.code] = None
            self.count += 1
            self.mended += bool(changed)
            self.left += bool(left)
            if left and len(self.shown) < _SHOWN:
                self.shown.append((place(row), " ".join(left)))
            yield row, new

    def lines(self, lang: Lang) -> Sequence[str]:
        """Return the summary for people."""
        texts = [_COUNT.format(names=self.count, mended=self.mended, left=self.left)]
        if self.codes:
            codes = ", ".join(f"{code} × {number}" for code, number in sorted(self.codes.items()))
            texts.append(_MENDED.format(codes=codes))
        texts += [_LEFT.format(place=where, codes=codes) for where, codes in self.shown]
        if more := self.left - len(self.shown):
            texts.append(_MORE.format(n=more))
        return [text.in_lang(lang) for text in texts]

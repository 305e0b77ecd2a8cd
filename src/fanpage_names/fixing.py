"""Which name a submitted name should become, and what was mended and left on the way."""

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


@dataclass(slots=True)
class Mending:
    """Mends names and counts, complete once everything that `names` yields was read.

    Attributes:
        unsafe: whether fixes that a person should look at are applied too.
        count: names read.
        mended: names changed.
        codes: diagnostics of the changed names, by code.
        left: names that still deviate.
        shown: the first of them: where, and their codes.
    """

    unsafe: bool
    count: int = 0
    mended: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    left: int = 0
    shown: list[tuple[str, str]] = field(default_factory=list)

    def names(self, results: Iterable[Checked]) -> Iterator[tuple[Row, str]]:
        """Yield each row with the name that it should have."""
        for checked in results:
            result = checked.result
            name = mended_name(result, unsafe=self.unsafe)
            about_name = [found for found in result.diagnostics if found.cell == "name"]
            self.count += 1
            if name != result.submitted:
                self.mended += 1
                self.codes.update(found.code for found in about_name if found.fix != "none")
            elif about_name:
                self.left += 1
                if len(self.shown) < _SHOWN:
                    codes = dict.fromkeys(found.code for found in about_name)
                    self.shown.append((place(checked.row), " ".join(codes)))
            yield checked.row, name

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

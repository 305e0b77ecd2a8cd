"""How many names were right: counted while the results pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.labels import STATUS
from fanpage_names.result import Status
from fanpage_names.rows import Checked
from fanpage_names.units.model import Severity

_NAMES = Text("{n} tên", "{n} names", one="{n} name")
_CODES = Text("Mã quy tắc: {codes}", "Codes: {codes}")
_FIXABLE = Text("Tự sửa được: {n}", "Safely fixable: {n}")


@dataclass(slots=True)
class Summary:
    """Counts, complete once everything that `counting` yields was read, or was added.

    Attributes:
        statuses: names by status.
        codes: diagnostics by code.
        severities: diagnostics by severity.
        fixable: deviating names whose every deviation has a safe fix.
    """

    statuses: Counter[Status] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    fixable: int = 0

    def counting(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results unchanged, each counted as it passes."""
        for checked in results:
            self.add(checked)
            yield checked

    def add(self, checked: Checked) -> None:
        """Count one result."""
        result = checked.result
        self.statuses[result.status] += 1
        self.fixable += result.status == "deviates" and result.fixed is not None
        for found in result.diagnostics:
            self.codes[found.code] += 1
            self.severities[found.severity] += 1

    @property
    def names(self) -> int:
        """How many names were counted."""
        return self.statuses.total()

    def lines(self, lang: Lang) -> Sequence[str]:
        """Return the summary for people: names by status, then codes and fixable names if any."""
        count = _NAMES.format(n=self.names).in_lang(lang)
        parts = [
            f"{self.statuses[status]} {word.in_lang(lang)}" for status, word in STATUS.items() if self.statuses[status]
        ]
        lines = [f"{count}: {', '.join(parts)}" if parts else count]
        if self.codes:
            codes = ", ".join(f"{code} × {number}" for code, number in sorted(self.codes.items()))
            lines.append(_CODES.format(codes=codes).in_lang(lang))
        if self.fixable:
            lines.append(_FIXABLE.format(n=self.fixable).in_lang(lang))
        return lines

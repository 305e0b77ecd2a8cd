"""A rule as one checker applies it: how grave it is there, and its messages in the checker's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fanpage_names.lang import Lang, Text
from fanpage_names.result import Cell, Diagnostic, Fix
from fanpage_names.rules.base import Finding, Rule
from fanpage_names.text.values import new
from fanpage_names.units.model import Severity

_NO_DETAIL = Finding(0, 0).detail


class Applied:
    """Makes diagnostics of what a rule finds.

    Args:
        rule: the rule.
        severity: as in force; None for the rule's own.
        lang: the language of messages.
    """

    def __init__(self, rule: type[Rule], severity: Severity | None, lang: Lang) -> None:
        self._code, self._name, self._fix = rule.code, rule.name, rule.fix
        self._severity = severity or rule.severity
        self._lang = lang
        self._message = _by_place(rule.message.in_lang(lang))
        self._take_out = _by_place((rule.take_out or rule.message).in_lang(lang))
        self._put_in = _by_place((rule.put_in or rule.message).in_lang(lang))

    def diagnostics(
        self,
        findings: Iterable[Finding],
        text: str,
        places: Sequence[int] = (),
        *,
        certain: bool = True,
        cell: Cell = "name",
    ) -> list[Diagnostic]:
        """Return a diagnostic for each finding.

        Args:
            findings: what the rule found.
            text: the text as it came.
            places: from offsets of the findings to offsets into `text`; empty where they are the same.
            certain: whether a fix of the rule may be safe here.
            cell: the cell of the row that `text` is.
        """
        fix: Fix = "unsafe" if self._fix == "safe" and not certain else self._fix
        made = []
        for start, end, expected, detail in findings:
            if places:
                start, end = places[start], places[end]  # noqa: PLW2901
            found = text[start:end]
            message = self._message_for(found, expected, detail)
            values = (self._code, self._name, self._severity, fix, start, end, found, expected, message, cell)
            made.append(new(Diagnostic, values))
        return made

    def _message_for(self, found: str, expected: str | None, detail: Text) -> str:
        message = self._take_out if expected == "" else self._message if found else self._put_in
        said = "" if detail is _NO_DETAIL else detail.in_lang(self._lang)
        return message.format(found.strip() or found, expected.strip() if expected else "", said)


def _by_place(message: str) -> str:
    """A message with numbers for the names of its fields: these are filled in quicker."""
    return message.replace("{found}", "{0}").replace("{expected}", "{1}").replace("{detail}", "{2}")

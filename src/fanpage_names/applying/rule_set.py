"""The rules that one checker applies, wired once by what they are asked: no class is looked up for a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from fanpage_names.alignment.alignment import Alignment, Symptom
from fanpage_names.applying.applied import Applied
from fanpage_names.asides import Aside
from fanpage_names.lang import Lang
from fanpage_names.resolve.ranking import Resolution
from fanpage_names.result import Diagnostic
from fanpage_names.rules import RULES
from fanpage_names.rules.base import Finding, Rule
from fanpage_names.rules.kinds import FormerRule, NameRule, RowFacts, RowRule, TextRule, UnitRule
from fanpage_names.text.line import Line
from fanpage_names.units.model import RuleSettings

_Kind = TypeVar("_Kind", bound=Rule)


class RuleSet:
    """Asks the rules that settings leave in force.

    Args:
        settings: which rules are in force, and how grave they are.
        lang: the language of messages.

    Attributes:
        mends_links: whether a rule in force may write a link in another form.
        ignored: the codes of the rules about names that are not in force.
    """

    def __init__(self, settings: RuleSettings, lang: Lang) -> None:
        self._settings = settings
        self._lang = lang
        self._in_force = [rule for rule in RULES if settings.applies(rule.code)]
        self._of_symptom: dict[Symptom, list[tuple[NameRule, Applied]]] = {}
        for rule, applied in self._of(NameRule):
            self._of_symptom.setdefault(rule.about, []).append((rule, applied))
        self._of_unit = self._of(UnitRule)
        self._of_former = self._of(FormerRule)
        self._of_text = self._of(TextRule)
        self._of_row = self._of(RowRule)
        self._of_aside = {rule.aside: self._applied(rule) for rule in self._in_force if rule.aside}
        self._ignored = [rule() for rule in RULES if issubclass(rule, NameRule) and not settings.applies(rule.code)]
        self.ignored = frozenset(rule.code for rule in self._ignored)
        self.mends_links = any(rule.cell == "link" and rule.fix == "safe" for rule, _ in self._of_row)

    def _of(self, kind: type[_Kind]) -> list[tuple[_Kind, Applied]]:
        return [(rule(), self._applied(rule)) for rule in self._in_force if issubclass(rule, kind)]

    def _applied(self, rule: type[Rule]) -> Applied:
        return Applied(rule, self._settings.severity.get(rule.code), self._lang)

    def about_text(self, line: Line, text: str) -> list[Diagnostic]:
        """Return what is said of a text, whatever it means."""
        found: list[Diagnostic] = []
        for rule, applied in self._of_text:
            if findings := rule.find(line):
                found += applied.diagnostics(findings, text, line.places)
        return found

    def about_unread(self, text: str) -> list[Diagnostic]:
        """Return what is said of a text that is too long to be read as a name."""
        return [one for rule, applied in self._of_text for one in applied.diagnostics(rule.find_unread(text), text)]

    def about_name(self, alignment: Alignment, text: str, *, certain: bool) -> list[Diagnostic]:
        """Return what is said of a name; no fix is safe where another unit could be meant."""
        found: list[Diagnostic] = []
        places = alignment.line.places
        for symptom in alignment.symptoms:
            for rule, applied in self._of_symptom.get(symptom, ()):
                found += applied.diagnostics(rule.find(alignment), text, places, certain=certain)
        return found

    def about_no_name(self, canonical: str) -> list[Diagnostic]:
        """Return what is said of a blank cell in place of the name `canonical`."""
        missing = [applied for _, applied in self._of_symptom.get("missing-prefix", ())]
        return [one for applied in missing for one in applied.diagnostics([Finding(0, 0, canonical)], "")]

    def about_unit(self, resolution: Resolution, text: str) -> list[Diagnostic]:
        """Return what is said of a text that means no unit, or could mean several."""
        found: list[Diagnostic] = []
        for rule, applied in self._of_unit:
            found += applied.diagnostics(rule.find(resolution), text, resolution.line.places)
        return found

    def about_former(self, resolution: Resolution, text: str, canonical: str | None) -> list[Diagnostic]:
        """Return what is said of a name of a unit of an earlier list; `canonical` is that of the one that follows."""
        found: list[Diagnostic] = []
        for rule, applied in self._of_former:
            found += applied.diagnostics(rule.find(resolution, canonical), text, resolution.line.places)
        return found

    def about_aside(self, aside: Aside, text: str) -> list[Diagnostic]:
        """Return what is said of a piece of a cell that is no part of the name in it."""
        applied = self._of_aside.get(aside.kind)
        if applied is None:
            return []
        found = applied.diagnostics([Finding(aside.start, aside.end, "")], text)
        return [one._replace(fix="safe" if aside.sure else "unsafe") for one in found]

    def about_row(self, facts: RowFacts) -> Sequence[Diagnostic]:
        """Return what is said of a row among the others."""
        found: list[Diagnostic] = []
        for rule, applied in self._of_row:
            if findings := rule.find(facts):
                cell = rule.cell_of(facts)
                found += applied.diagnostics(findings, getattr(facts.row, cell), cell=cell)
        return found

    def ignore_some(self, alignment: Alignment) -> bool:
        """Return whether a rule that is not in force would find something in a name."""
        return bool(self._ignored) and any(True for rule in self._ignored for _ in rule.find(alignment))

"""The figures asked of the checker, measured on the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fanpage_names import Checker
from fanpage_names.result import Result
from fanpage_names.units.model import UnitList

from .draft import Case

Test = Callable[["Outcome"], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what the checker says of it."""

    case: Case
    result: Result

    @property
    def code(self) -> str | None:
        """The code of the unit found."""
        return self.result.unit.code if self.result.unit else None

    @property
    def codes(self) -> frozenset[str]:
        """The rule codes reported."""
        return frozenset(diagnostic.code for diagnostic in self.result.diagnostics)

    @property
    def story(self) -> str:
        """The text, what is owed and what the checker says, for people."""
        case, result = self.case, self.result
        return (
            f"{case.units} {case.style} · {case.kind}\n    {case.text!r}\n"
            f"    owed {case.status} {case.code} {' '.join(sorted(case.codes))} -> {case.fixed}\n"
            f"    got  {result.status} {self.code} {' '.join(sorted(self.codes))} -> {result.fixed}"
        )


def right_unit(outcome: Outcome) -> bool:
    """The status and the unit owed; for other people's spellings the unit alone."""
    same = outcome.code == outcome.case.code
    return same and (outcome.case.group == "real" or outcome.result.status == outcome.case.status)


def wrong_unit(outcome: Outcome) -> bool:
    """A unit is named, and it is not the one meant."""
    return outcome.code is not None and outcome.code != outcome.case.code


def owed_reported(outcome: Outcome) -> bool:
    """Every code owed is reported."""
    return outcome.case.codes <= outcome.codes


def no_other(outcome: Outcome) -> bool:
    """No code is reported that is not owed."""
    return outcome.codes <= outcome.case.codes


def faulted(outcome: Outcome) -> bool:
    """An official name is not simply right."""
    return outcome.result.status != "ok" or bool(outcome.codes) or outcome.result.fixed != outcome.case.text


def fixed_right(outcome: Outcome) -> bool:
    """The safe fix owed is offered, and is the official name."""
    return outcome.result.fixed == outcome.case.fixed


def wrong_fix(outcome: Outcome) -> bool:
    """A fix names something else than the unit meant."""
    return outcome.result.fixed is not None and outcome.result.fixed != outcome.case.canonical


def needless_fix(outcome: Outcome) -> bool:
    """A fix is offered, right as it may be, where the rules call none safe."""
    return outcome.result.fixed is not None and outcome.case.fixed is None


def spans_hold(outcome: Outcome) -> bool:
    """Every diagnostic stands at the text that it says it found."""
    text = outcome.case.text
    return all(0 <= d.start <= d.end and text[d.start : d.end] == d.found for d in outcome.result.diagnostics)


def taken_for_one(outcome: Outcome) -> bool:
    """A unit is named where none is meant."""
    return outcome.code is not None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table.

    Attributes:
        name: what it says.
        groups: the groups of cases that it is measured on.
        test: what is counted.
        asked: the share asked for, per cent; None where nothing is asked.
        at_least: whether the share is to be at least what is asked, or at most.
        owing_fix: whether only cases with a safe fix owed count.
    """

    name: str
    groups: tuple[str, ...]
    test: Test
    asked: float | None
    at_least: bool
    owing_fix: bool = False

    def pick(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """Return the outcomes that the figure is about."""
        return [
            outcome
            for outcome in outcomes
            if outcome.case.group in self.groups and (outcome.case.fixed is not None or not self.owing_fix)
        ]

    def misses(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """Return the outcomes that count against the checker."""
        return [outcome for outcome in self.pick(outcomes) if self.test(outcome) != self.at_least]

    def share(self, outcomes: Iterable[Outcome]) -> float | None:
        """Return the share in per cent; None where there is nothing to measure."""
        picked = self.pick(outcomes)
        return 100 * sum(map(self.test, picked)) / len(picked) if picked else None

    def met(self, outcomes: Iterable[Outcome]) -> bool:
        """Whether the share is what is asked for."""
        share = self.share(outcomes)
        if self.asked is None or share is None:
            return True
        return share >= self.asked if self.at_least else share <= self.asked


_DAMAGED = ("single", "pair")
_ALL = ("canonical", "single", "pair", "real", "none")

FIGURES = (
    Figure("official names faulted", ("canonical",), faulted, 0, False),
    Figure("right unit, single deviations", ("single",), right_unit, 99.5, True),
    Figure("right unit, pairs", ("pair",), right_unit, 98, True),
    Figure("wrong unit", _DAMAGED, wrong_unit, 0.2, False),
    Figure("every code owed is reported", _DAMAGED, owed_reported, 98, True),
    Figure("no other code is reported", _DAMAGED, no_other, 98, True),
    Figure("safe deviations fixed exactly", _DAMAGED, fixed_right, 99, True, owing_fix=True),
    Figure("wrong fixes", ("single", "pair", "none"), wrong_fix, 0, False),
    Figure("fixes where none is safe", _DAMAGED, needless_fix, None, False),
    Figure("spans hold", _ALL, spans_hold, 100, True),
    Figure("right unit, real spellings", ("real",), right_unit, 93, True),
    Figure("wrong unit, real spellings", ("real",), wrong_unit, 1, False),
    Figure("no-unit texts taken for one", ("none",), taken_for_one, 0.5, False),
)


def measure(units: UnitList, cases: Sequence[Case]) -> list[Outcome]:
    """Check every case of one list."""
    checkers = {style: Checker(units, style=style) for style in {case.style for case in cases}}
    return [Outcome(case, checkers[case.style].check(case.text)) for case in cases]

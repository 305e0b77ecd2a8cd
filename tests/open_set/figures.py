"""What the checker says of the texts, and the figures asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fanpage_names import Checker, UnitList
from fanpage_names.result import Result
from fanpage_names.units.model import STYLES
from tests.corpus.letters import fold

from .asked import Answer, Asked


@dataclass(frozen=True, slots=True)
class Said:
    """A text and what the checker says of it; `result` is None where it crashed.

    Attributes:
        asked: the text with its right answers.
        result: what the checker says.
        error: what it crashed with.
        official: the official names of the units that may be meant.
    """

    asked: Asked
    result: Result | None
    error: str = ""
    official: frozenset[str] = frozenset()

    @property
    def unit(self) -> str | None:
        """The code of the unit named."""
        return self.result.unit.code if self.result and self.result.unit else None

    @property
    def codes(self) -> frozenset[str]:
        """The rule codes reported."""
        return frozenset(diagnostic.code for diagnostic in self.result.diagnostics) if self.result else frozenset()

    @property
    def story(self) -> str:
        """The text, what is right and what the checker says, for people."""
        asked, result = self.asked, self.result
        right = " | ".join(f"{a.status} {a.unit or '-'} {a.code or ''}".strip() for a in asked.answers)
        head = f"{asked.units} {asked.style} · {asked.text!r} ({asked.story})\n    right {right}"
        if result is None:
            return f"{head}\n    CRASH {self.error}"
        unit = f"{self.unit} {result.unit.name_with_type}" if result.unit else "-"
        named = ", ".join(candidate.name_with_type for candidate in result.candidates[:4])
        return (
            f"{head}\n"
            f"    said  {result.status} {unit} {' '.join(sorted(self.codes))}"
            f"{f' -> {result.fixed}' if result.fixed else ''}{f' candidates: {named}' if named else ''}"
        )


def crashed(said: Said) -> bool:
    """There is no result."""
    return said.result is None


def right(said: Said) -> bool:
    """The status and the unit are those of a right answer."""
    result = said.result
    if result is None or not said.asked.answers:
        return result is not None
    return any(answer.unit == said.unit and _same_status(answer.status, result.status) for answer in said.asked.answers)


def _same_status(owed: str, status: str) -> bool:
    """Whether the status is the one owed; a name that is official after all deviates in nothing."""
    return owed == status or (owed, status) == ("deviates", "ok")


def told(said: Said) -> bool:
    """A right answer is given with its code and its candidates; an unknown name alone, at its words."""
    result = said.result
    if result is None or not said.asked.answers:
        return result is not None
    candidates = {unit.code for unit in result.candidates}
    if said.asked.words and not _at_its_words(said.asked.words, result):
        return False
    return right(said) and any(
        answer.unit == said.unit
        and _same_status(answer.status, result.status)
        and _is_told(answer, result)
        and answer.candidates <= candidates
        for answer in said.asked.answers
    )


def named(said: Said) -> bool:
    """A unit is named."""
    return said.unit is not None


def another(said: Said) -> bool:
    """A unit is named, and it is none that may be meant."""
    return bool(said.asked.answers) and said.unit is not None and said.unit not in said.asked.meant


def wrongly_safe(said: Said) -> bool:
    """A safe fix is offered to the official name of a unit that is not meant, or where none is safe."""
    fixed = said.result.fixed if said.result else None
    if fixed is None or (said.result and said.result.status == "ok"):
        return False
    return not said.asked.safe or another(said) or fixed not in said.official


def _is_told(answer: Answer, result: Result) -> bool:
    """Whether the code of the answer is reported with what its message must say."""
    if answer.code is None:
        return True
    return any(d.code == answer.code and answer.says in d.message for d in result.diagnostics)


def _at_its_words(words: str, result: Result) -> bool:
    """Whether an unknown name is all that is reported, at its own words, with no unit proposed in its place."""
    found = [diagnostic.found for diagnostic in result.diagnostics if diagnostic.code == "FN501"]
    others = {diagnostic.code for diagnostic in result.diagnostics} - {"FN501", "FN701"}
    return not others and not result.candidates and len(found) == 1 and fold(found[0]).endswith(fold(words))


Test = Callable[[Said], bool]


@dataclass(frozen=True, slots=True)
class Bound:
    """What is asked of the texts of some kinds.

    Attributes:
        kinds: beginnings of the kinds' names.
        test: what is counted.
        asked: the share, per cent.
        at_least: whether the share is to be at least what is asked, or at most.
    """

    kinds: tuple[str, ...]
    test: Test
    asked: float
    at_least: bool = False

    def about(self, kind: str) -> bool:
        """Whether the bound is about a kind."""
        return kind.startswith(self.kinds)

    def holds(self, said: Sequence[Said]) -> bool:
        """Whether the share is what is asked."""
        share = per_cent(self.test, said)
        return share is None or (share >= self.asked if self.at_least else share <= self.asked)

    def misses(self, said: Iterable[Said]) -> list[Said]:
        """Return what counts against the checker."""
        return [one for one in said if self.test(one) != self.at_least]


NO_UNIT = (
    "stranger, far",
    "place",
    "foreign namesake",
    "foreign unit",
    "other body",
    "below the commune",
    "later unit",
)
SLIPS = ("one letter off", "any type word", "half encoded")
HARD = (
    "glued",
    "letters held",
    "HTML",
    "TCVN3",
    "initials",
    "misspelt prefix",
    "last letter",
    "street",
    "two",
    "numbered",
    "address",
)
ONE_EDIT = ("stranger, one edit", "stranger, two edits")
THEN_AND_NOW = ("former", "in force", "said to be")

BOUNDS = (
    Bound(("",), crashed, 0),
    Bound(("",), wrongly_safe, 0),
    Bound(NO_UNIT, named, 1),
    Bound(ONE_EDIT, named, 33.4),
    Bound(THEN_AND_NOW, right, 97, at_least=True),
    Bound(THEN_AND_NOW, another, 0.5),
    Bound(SLIPS, another, 0.5),
    Bound(("hard name",), right, 100, at_least=True),
    Bound(HARD, another, 1),
    Bound(HARD, right, 97, at_least=True),
)


def per_cent(test: Test, said: Sequence[Said]) -> float | None:
    """Return the share of texts for which the test is true; None where there are none."""
    return 100 * sum(map(test, said)) / len(said) if said else None


def bounds_of(kind: str) -> list[Bound]:
    """Return what is asked of a kind; of texts that are near a name there, less."""
    found = [bound for bound in BOUNDS if bound.about(kind)]
    near = kind.startswith(ONE_EDIT)
    return [bound for bound in found if not (near and bound.kinds is NO_UNIT)]


def ask(units: UnitList, texts: Iterable[Asked]) -> list[Said]:
    """Check every text of one list."""
    checkers = {style: Checker(units, style=style) for style in STYLES}
    found = []
    for asked in texts:
        checker = checkers[asked.style]
        official = frozenset(checker.canonical(units.by_code[code]) for code in asked.meant if code in units.by_code)
        try:
            found.append(Said(asked, checker.check(asked.text), official=official))
        except Exception as error:
            found.append(Said(asked, None, error=repr(error)))
    return found

"""The library's front door: check names against a list, one at a time or row by row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.applying.mend import mend
from fanpage_names.applying.rule_set import RuleSet
from fanpage_names.asides import Aside, find_asides, place_within, without_asides
from fanpage_names.context import Context
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.other_words import OtherWordsFinder
from fanpage_names.hints import LaterUnits, near_units
from fanpage_names.lang import Lang
from fanpage_names.links import PageLink
from fanpage_names.resolve.chosen import parse_as
from fanpage_names.resolve.country import CountryResolver, is_country
from fanpage_names.resolve.exact import exact_parses
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.ranking import Resolution
from fanpage_names.resolve.resolver import Resolver
from fanpage_names.result import Diagnostic, Result, Status, in_order
from fanpage_names.rows import Checked, Row, Source
from fanpage_names.rules import RULES
from fanpage_names.rules.kinds import RowFacts
from fanpage_names.seen_rows import SeenRows
from fanpage_names.text.reader import read_line
from fanpage_names.text.values import new
from fanpage_names.units.model import RuleSettings, Severity, Style, Unit, UnitList
from fanpage_names.units.other_words import OtherWords, shipped_other_words

_OF_MISSING_PARENTS = frozenset(rule.code for rule in RULES if rule.finds_missing_parent)

LONGEST = 300
"""Texts with more characters are not read as names: only that they are too long is said of them."""
_LONGEST_CELL = 4000
"""In cells with more characters nothing is looked for beside a name."""


class Checker:
    """Checks names against one list. Immutable once built: share it between threads, pickle it to processes.

    Args:
        units: the list.
        style: the style that names should have.
        lang: the language of messages.
        select: codes, or beginnings of codes, of the rules to apply; empty for what the list says, else all.
        ignore: the same, of rules not to apply; added to what the list says.
        severities: severities by code, over what the list says.
        other_words: words of other bodies and the like, beside those that are known.

    Example:
        >>> from fanpage_names import Checker, load_units
        >>> Checker(load_units("nam_dinh_units")).check("MTTQ Hải Hậu Nam Định").fixed
        'Mặt trận Hải Hậu Nam Định'
    """

    def __init__(
        self,
        units: UnitList,
        style: Style = "short",
        *,
        lang: Lang = "en",
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        severities: Mapping[str, Severity] | None = None,
        other_words: Sequence[OtherWords] = (),
    ) -> None:
        self.units = units
        self.style = style
        self.lang = lang
        settings = units.rules
        self.settings = RuleSettings(
            tuple(select) or settings.select,
            (*settings.ignore, *ignore),
            {**settings.severity, **(severities or {})},
        )
        self._gazetteer = Gazetteer(units, style, with_former=not is_country(units))
        self._exact = self._gazetteer.exact
        finder = OtherWordsFinder((*shipped_other_words(), *other_words)) if other_words else None
        self._by_list = Resolver(self._gazetteer, finder)
        self._resolver = CountryResolver(self._by_list, finder) if is_country(units) else self._by_list
        self._rules = RuleSet(self.settings, lang)

    def canonical(self, unit: Unit) -> str:
        """Return the official page name of a unit of the list, in the checker's style."""
        return self._gazetteer.canonical[unit.code]

    def check(self, text: str) -> Result:
        """Return what `text`, submitted as a page name, means and how it deviates. Never raises."""
        unit = self._exact.get(text)
        if unit is not None:
            return new(Result, (text, "ok", unit, text, text, (), (), None, None))
        if len(text) <= _LONGEST_CELL and (asides := find_asides(text)):
            return self._with_asides(text, asides, self.check(without_asides(text, asides)))
        return self._result(text, mending=True)

    def _with_asides(self, text: str, asides: Sequence[Aside], result: Result) -> Result:
        """The result for a cell with more than a name in it, by that of the name alone."""
        diagnostics = []
        for found in result.diagnostics:
            point = found.start == found.end
            start = place_within(found.start, asides, end=point and found.start > 0)
            end = max(start, place_within(found.end, asides, end=True))
            diagnostics.append(found._replace(start=start, end=end, found=text[start:end]))
        fixed = result.fixed
        for aside in asides:
            of_aside = self._rules.about_aside(aside, text)
            diagnostics += of_aside
            if not of_aside or not aside.sure:
                fixed = None
        status: Status = "deviates" if result.status == "ok" and diagnostics else result.status
        return result._replace(submitted=text, status=status, fixed=fixed, diagnostics=in_order(diagnostics))

    def _result(self, text: str, *, mending: bool) -> Result:
        """The result for a text that is no official name.

        `mending`: with the name mended, where a setting ignores some of its deviations.
        """
        if len(text) > LONGEST:
            return self._too_long(text)
        resolution = self._resolver.resolve(text)
        diagnostics = self._rules.about_text(resolution.line, text)
        if resolution.succession is not None:
            return self._became(text, resolution, diagnostics)
        if resolution.parse is not None:
            return self._deviating(text, resolution.parse, diagnostics, certain=resolution.certain, mending=mending)
        if not resolution.candidates:
            resolution = self._understood(resolution)
        diagnostics += self._rules.about_unit(resolution, text)
        status: Status = "ambiguous" if resolution.candidates and not resolution.other else "unknown"
        return Result(text, status, None, None, None, resolution.candidates, in_order(diagnostics))

    @cached_property
    def _later(self) -> LaterUnits | None:
        """The units of later lists; None for a list without history."""
        history = self._gazetteer.history
        return LaterUnits(self.units, self.style, history) if history else None

    def _understood(self, resolution: Resolution) -> Resolution:
        """The resolution of a text that means no unit, with what may help."""
        later = self._later.named_by(resolution) if self._later else None
        if later or resolution.unrelated:
            return resolution._replace(later=later)
        return resolution._replace(hints=near_units(resolution, self._gazetteer))

    def _became(self, text: str, resolution: Resolution, diagnostics: list[Diagnostic]) -> Result:
        """The result of a name that means a unit of an earlier list: what it became, and how the name deviates."""
        parse, succession = resolution.parse, resolution.succession
        assert parse is not None
        assert succession is not None
        alignment = Alignment(parse, self._gazetteer.canonical_of(parse.entry))
        units, unit = succession.units, succession.unit
        canonical = self.canonical(unit) if unit else None
        diagnostics += self._rules.about_name(alignment, text, certain=False)
        diagnostics += self._rules.about_former(resolution, text, canonical)
        status: Status = "deviates" if unit else "ambiguous" if units else "unknown"
        candidates = () if unit else resolution.candidates
        return Result(
            text, status, unit, canonical, None, candidates, in_order(diagnostics), parse.unit, parse.entry.units.id
        )

    def _too_long(self, text: str) -> Result:
        return Result(text, "unknown", None, None, None, (), tuple(self._rules.about_unread(text)))

    def _deviating(
        self, text: str, parse: Parse, about_text: list[Diagnostic], *, certain: bool, mending: bool
    ) -> Result:
        canonical = self.canonical(parse.unit)
        alignment = Alignment(parse, canonical)
        diagnostics = in_order([*about_text, *self._rules.about_name(alignment, text, certain=certain)])
        fixed = None
        if all([diagnostic.fix == "safe" for diagnostic in diagnostics]):  # noqa: C419 -- a generator takes longer
            if self._rules.ignore_some(alignment):
                fixed = self._mended(text, alignment, diagnostics) if mending else None
            elif certain:
                fixed = canonical
        values = (text, "deviates", parse.unit, canonical, fixed, (), diagnostics, None, None)
        return new(Result, values)

    def _mended(self, submitted: str, alignment: Alignment, diagnostics: Sequence[Diagnostic]) -> str | None:
        """The name with all but the ignored deviations mended; None where they cannot be told apart."""
        if not diagnostics:
            return submitted
        text = mend(alignment, diagnostics, self._rules.ignored)
        if text is None or self._exact.get(text) == alignment.parse.unit:
            return text
        again = self._result(text, mending=False)
        return text if not again.diagnostics and again.unit == alignment.parse.unit else None

    def names_in_full(self, text: str) -> bool:
        """Whether `text` explains all its words as a unit of the list, with no part missing but the prefix."""
        if text in self._exact:
            return True
        if len(text) > LONGEST:
            return False
        parses = exact_parses(read_line(text), self._gazetteer)
        return bool(parses) and parses[0].in_full and not parses[0].entry.former

    def units_meant(self, text: str) -> tuple[Unit, ...]:
        """Return the units that a text such as "TT Cồn" could mean; none where that is not clear."""
        if len(text) > LONGEST:
            return ()
        resolution = self._resolver.resolve(text)
        if resolution.parse is None:
            return () if resolution.other else resolution.candidates
        return (resolution.parse.unit,) if resolution.certain else ()

    def check_as(self, text: str, unit: Unit, *, certain: bool) -> Result | None:
        """Return the result of a text that is said to mean one of the units that it could mean.

        Args:
            text: the text; blank for a page whose name is not reported.
            unit: a unit of the list.
            certain: whether what is missing may be put in without a person's look.

        Returns:
            The result; None where the unit's name is not in the text.
        """
        canonical = self.canonical(unit)
        if not text:
            missing = self._rules.about_no_name(canonical)
            return Result(text, "deviates", unit, canonical, None, (), tuple(_unsafe(missing)))
        if asides := find_asides(text):
            result = self.check_as(without_asides(text, asides), unit, certain=certain)
            return self._with_asides(text, asides, result) if result else None
        parse = parse_as(text, unit, self._by_list)
        if parse is None:
            return None
        diagnostics = self._rules.about_text(parse.line, text)
        result = self._deviating(text, parse, diagnostics, certain=True, mending=True)
        if certain:
            return result
        return result._replace(fixed=None, diagnostics=tuple(_unsafe(result.diagnostics, _OF_MISSING_PARENTS)))

    def check_row(self, facts: RowFacts, context: Source | None = None) -> Checked:
        """Return a row with what the row rules say of it among the others, beside its name's result."""
        row, result = facts.row, facts.result
        more = self._rules.about_row(facts)
        if more:
            result = result._replace(diagnostics=in_order([*result.diagnostics, *more]))
        plain = facts.link.plain if isinstance(facts.link, PageLink) else None
        return Checked(row, result, plain if self._rules.mends_links or plain == row.link else None, context)


Results = Callable[[Iterable[Row]], Iterable[tuple[Row, Result]]]
"""What gives each row, in order, with its name's result: see `fanpage_names.parallel.processes`."""


def check_rows(
    checker: Checker, rows: Iterable[Row], seen: SeenRows | None = None, results: Results | None = None
) -> Iterator[Checked]:
    """Yield each row with what the check says of it, as soon as it is read.

    Rows are held against all rows before them: memory grows with the number of units reported, not of rows.

    Args:
        checker: what checks the names.
        rows: of one file, or of many one after the other.
        seen: the rows that were checked before these, where that is done in several calls.
        results: what checks the names in place of `checker` itself, in other processes.
    """
    known = SeenRows(Context(checker.units, checker.units_meant)) if seen is None else seen
    named = ((row, checker.check(row.name)) for row in rows) if results is None else results(rows)
    for row, alone in named:
        result, source = alone, None
        if alone.unit is None:
            result, source = _settled(checker, known.context, row, alone)
        yield checker.check_row(known.facts(row, result), source)


def _settled(checker: Checker, context: Context, row: Row, alone: Result) -> tuple[Result, Source | None]:
    """Return the result of a row whose name does not say which unit is meant, with what stands around it."""
    candidates = alone.candidates if row.name else context.units_meant(row.unit or "")
    if alone.former is not None or (alone.status != "ambiguous" and row.name):
        return alone, None
    chosen = context.choose(row, candidates)
    if chosen is None:
        return alone if row.name else alone._replace(candidates=tuple(candidates)), None
    unit, source = chosen
    result = checker.check_as(row.name, unit, certain=source == "unit-column")
    return (result, source) if result else (alone, None)


def _unsafe(found: Iterable[Diagnostic], codes: Collection[str] | None = None) -> Iterator[Diagnostic]:
    """Yield diagnostics with no safe fix: all of them, or those of some rules."""
    for one in found:
        unsafe = one.fix == "safe" and (codes is None or one.code in codes)
        yield one._replace(fix="unsafe") if unsafe else one

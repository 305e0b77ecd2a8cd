"""From pages named before a merger to the units that follow, and the names that the pages should take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Literal

from fanpage_names.check import Checker, check_rows
from fanpage_names.history.changes import Succession
from fanpage_names.history.timeline import History
from fanpage_names.lang import Lang
from fanpage_names.links import PageLink, parse_link
from fanpage_names.naming import canonical_names
from fanpage_names.result import Result
from fanpage_names.rows import Checked, Row
from fanpage_names.rules import RULES, RULES_BY_CODE
from fanpage_names.units.model import Style, Unit

Action = Literal["keep", "rename", "merge", "close", "ambiguous", "unknown"]

_OF_MISSING_PARENTS = frozenset(rule.code for rule in RULES if rule.finds_missing_parent)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means, and in which list.

    Attributes:
        result: what the check says of the name.
        unit: the unit that the page was named for; None where none, or more than one, could be meant.
        list_id: the list that has this unit, or these.
    """

    result: Result
    unit: Unit | None
    list_id: str

    @property
    def doubts(self) -> tuple[str, ...]:
        """The codes of the deviations for which a person should look whether it is the unit meant."""
        if self.unit is None:
            return ()
        found = [each for each in self.result.diagnostics if RULES_BY_CODE[each.code].leaves_doubt]
        if self.result.fixed is not None:  # the name is sure by itself; the row's unit column may say otherwise
            found = [each for each in found if each.cell == "unit"]
        fixes = {each.code: RULES_BY_CODE[each.code].fix if self.result.former else each.fix for each in found}
        return tuple(code for code, fix in fixes.items() if fix != "safe")


@dataclass(frozen=True, slots=True)
class Migrated:
    """A page, the unit that it was named for, and what becomes of both.

    Attributes:
        row: the row that reports the page.
        meant: the unit that it was named for.
        action: keep (the name is right), rename, merge (other pages of the file lead to the same unit), close (no
            unit follows), ambiguous (several units could be meant, or follow) or unknown (no unit is meant).
        succession: what became of the unit; None without one.
        page_name: the name that the unit's page should have; None without one unit that follows.
        candidates: where several units could be meant, each with what became of it.
        area: where no unit follows a district: the units that its communes became, any of which could take its page
            over.
        group: the number of the pages that lead to one unit, in the order of their first pages; None for others.
        is_page: whether there is a page: in a list with links a name without one has none yet, and merges with nothing.
        order: the page's place in its group, from 1: first those of units whose name the new unit kept, then those
            whose code the GSO gave it (none of the sources says where its seat is), then the rest as they came.
    """

    row: Row
    meant: Meant
    action: Action
    succession: Succession | None = None
    page_name: str | None = None
    candidates: tuple[tuple[Unit, Succession], ...] = ()
    area: tuple[Unit, ...] = ()
    group: int | None = None
    order: int | None = None
    is_page: bool = True

    @property
    def unit(self) -> Unit | None:
        """The unit that follows; None where there is none, or more than one."""
        return self.succession.unit if self.succession else None


class Migrator:
    """Finds for pages what became of their units.

    Args:
        history: what became of the units.
        from_list: the id of the list in force when most pages were named; a name of a former unit is known too. What
            it does not explain is looked for in the later lists up to `to_list`.
        to_list: the id of the list whose names the pages should take.
        style: the style of the names, old and new.
        lang: the language of what is said of the names.
        names: the names that pages should take, by code, where they are not those of `to_list`.

    Attributes:
        checker: checks names against `from_list`.

    Raises:
        UseError: one of the lists is not in the history, or `to_list` is before `from_list`.
    """

    def __init__(
        self,
        history: History,
        from_list: str,
        to_list: str,
        style: Style = "short",
        *,
        lang: Lang = "en",
        names: Mapping[str, str] | None = None,
    ) -> None:
        history.require(from_list, to_list)
        self._history = history
        self._to_list = to_list
        self._checkers = {
            list_id: Checker(history.units(list_id), style, lang=lang) for list_id in history.path(from_list, to_list)
        }
        self.checker = self._checkers[from_list]
        self._names = names or canonical_names(history.units(to_list), style)

    def migrate(self, rows: Iterable[Row]) -> Sequence[Migrated]:
        """Return what becomes of each page: one for each row, in the order of the rows."""
        found = [self._single(checked) for checked in check_rows(self.checker, rows)]
        linked = {page.row.listed for page in found if page.row.link is not None}
        return _grouped([replace(page, is_page=page.row.has_page(linked)) for page in found])

    def _single(self, checked: Checked) -> Migrated:
        """A row by itself, before others that lead to the same unit are known."""
        row = checked.row
        meant = self._meant(checked.result if row.name else self.checker.check(row.unit or ""))
        if meant.unit is None:
            if meant.result.status != "ambiguous":  # candidates of a page of another body are no units of this page
                return Migrated(row, meant, "unknown")
            found = tuple((unit, self._followed(meant.list_id, unit)) for unit in meant.result.candidates)
            return Migrated(row, meant, "ambiguous", candidates=found)
        succession = self._followed(meant.list_id, meant.unit)
        if succession.unit is None:
            if succession.units:
                return Migrated(row, meant, "ambiguous", succession)
            return Migrated(row, meant, "close", succession, area=self._area(meant.list_id, meant.unit))
        name = self._names[succession.unit.code]
        return Migrated(row, meant, "keep" if row.name == name else "rename", succession, name)

    def _area(self, list_id: str, district: Unit) -> tuple[Unit, ...]:
        """Return what the communes of a district became, in the order of the list that pages go to."""
        parents = ((unit, unit.district) for unit in self._history.units(list_id).at_level("commune"))
        communes = (unit for unit, above in parents if above and above.code == district.code)
        codes = {unit.code for commune in communes for unit in self._followed(list_id, commune).units}
        return tuple(unit for unit in self._history.units(self._to_list).units if unit.code in codes)

    def _followed(self, list_id: str, unit: Unit) -> Succession:
        return self._history.successors(list_id, unit.code, self._to_list)

    def _meant(self, first: Result) -> Meant:
        """Return what a name means, by what the first list says of it in its row.

        What is sure in the first list holds. Else a later list's very page name decides, then what the first list
        takes for a former unit, and then a reading that is sure in a later list and lacks no more parts than that of
        the first one; where several units of the first could be meant, it must lack none. Where the first list knows no
        unit, a later one may know it as a former unit of another province that it came from.
        """
        first_id, *_ = self._checkers
        lists = islice(self._checkers.items(), 1, None)
        text = first.submitted
        if first.fixed is not None:
            return Meant(first, first.unit, first_id)
        read = [(list_id, later.check(text)) for list_id, later in lists]
        others = [Meant(found, found.unit, list_id) for list_id, found in read if found.fixed]
        exact = (other for other in others if other.result.status == "ok")
        former = _former(first)
        most = len(_OF_MISSING_PARENTS) if first.status == "unknown" else _missing(first)
        sure = (other for other in others if _missing(other.result) <= most)
        elsewhere = (meant for _, found in read for meant in _former(found))
        known = elsewhere if first.status == "unknown" else ()
        return next(chain(exact, former, sure, known, [Meant(first, first.unit, first_id)]))


def _former(result: Result) -> list[Meant]:
    """Return the unit of an earlier list that a name means, with that list."""
    return [Meant(result, result.former, result.former_list)] if result.former and result.former_list else []


def _missing(result: Result) -> int:
    return sum(found.code in _OF_MISSING_PARENTS for found in result.diagnostics)


def _grouped(pages: Sequence[Migrated]) -> Sequence[Migrated]:
    """Number the groups of two or more pages that lead to one unit."""
    by_unit: dict[str, list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        if page.unit and page.is_page:
            by_unit[page.unit.code].append(place)
    merged = list(pages)
    several = (places for places in by_unit.values() if len({_identity(pages[place]) for place in places}) > 1)
    for group, places in enumerate(several, 1):
        ranked = sorted(places, key=lambda place: _rank(pages[place]))
        for order, place in enumerate(ranked, 1):
            merged[place] = replace(pages[place], action="merge", group=group, order=order)
    return merged


def _identity(page: Migrated) -> tuple[str, str | None, str | None]:
    """Return what tells a page from others of its new unit: a page reported twice is one page."""
    link = parse_link(page.row.link) if page.row.link and not page.row.link.isspace() else None
    meant = page.meant
    return meant.list_id, meant.unit.code if meant.unit else None, link.identity if isinstance(link, PageLink) else None


def _rank(page: Migrated) -> tuple[bool, bool]:
    succession = page.succession
    return not (succession and succession.name_kept), not (succession and succession.code_kept)


def together(pages: Iterable[Migrated]) -> Iterator[Migrated]:
    """Yield the pages so that those of a group follow each other, in the group's order, where its first one stood."""
    in_input = list(pages)
    groups: Mapping[int, list[Migrated]] = defaultdict(list)
    for page in in_input:
        if page.group:
            groups[page.group].append(page)
    seen: set[int] = set()
    for page in in_input:
        if page.group is None:
            yield page
        elif page.group not in seen:
            seen.add(page.group)
            yield from sorted(groups[page.group], key=lambda member: member.order or 0)

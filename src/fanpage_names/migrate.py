"""From pages named before a merger to the units that follow, and the names that the pages should take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, get_args

from fanpage_names.check import Checker
from fanpage_names.history.model import History, Succession
from fanpage_names.links import PageLink, parse_link
from fanpage_names.naming import canonical_names
from fanpage_names.result import Result
from fanpage_names.rows import Row
from fanpage_names.units.model import Style, Unit

Action = Literal["keep", "rename", "merge", "close", "ambiguous", "unknown"]

ACTIONS: tuple[Action, ...] = get_args(Action)

_MISSING_PARTS = frozenset({"FN403", "FN404"})
_FORMER = ("FN505",)
"""Every list is asked for itself: a checker that knows of earlier units would answer for another one."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """A page, the unit that it was named for, and what becomes of both.

    Attributes:
        row: the row that reports the page.
        result: what its name means in the list below.
        list_id: the list that has the unit; the one asked first where no list does.
        action: keep (the name is right), rename, merge (other pages of the file lead to the same unit), close (no
            unit follows), ambiguous (several units could be meant, or follow) or unknown (no unit is meant).
        succession: what became of the unit; None without one.
        page_name: the name that the unit's page should have; None without one unit that follows.
        candidates: where several units could be meant, each with what became of it.
        group: the number of the pages that lead to one unit, in the order of their first pages; None for others.
        order: the page's place in its group, from 1: first those of units whose name the new unit kept, then those
            whose code the GSO gave it (none of the sources says where its seat is), then the rest as they came.
    """

    row: Row
    result: Result
    list_id: str
    action: Action
    succession: Succession | None = None
    page_name: str | None = None
    candidates: tuple[tuple[Unit, Succession], ...] = ()
    group: int | None = None
    order: int | None = None

    @property
    def unit(self) -> Unit | None:
        """The unit that follows; None where there is none, or more than one."""
        return self.succession.unit if self.succession else None


class Migrator:
    """Finds for pages what became of their units.

    Args:
        history: what became of the units.
        from_list: the id of the list in force when most pages were named. A name that it does not explain is
            looked for in the later lists up to `to_list`, then in the earlier ones.
        to_list: the id of the list whose names the pages should take.
        style: the style of the names, old and new.

    Attributes:
        checker: checks names against `from_list`.

    Raises:
        UseError: one of the lists is not in the history, or `to_list` is before `from_list`.
    """

    def __init__(self, history: History, from_list: str, to_list: str, style: Style = "short") -> None:
        history.require(from_list, to_list)
        start, end = history.lists.index(from_list), history.lists.index(to_list)
        self._history = history
        self._from_list = from_list
        self._to_list = to_list
        in_order = (*history.lists[start : end + 1], *reversed(history.lists[:start]))
        self._checkers = {list_id: Checker(history.units(list_id), style, ignore=_FORMER) for list_id in in_order}
        self.checker = self._checkers[from_list]
        self._names = canonical_names(history.units(to_list), style)

    def migrate(self, rows: Iterable[Row]) -> Sequence[Migrated]:
        """Return what becomes of each page: one for each row, in the order of the rows."""
        return _grouped([self._single(row) for row in rows])

    def _single(self, row: Row) -> Migrated:
        """A row by itself, before others that lead to the same unit are known."""
        list_id, result = self._meant(row.name)
        page = Migrated(row, result, list_id, "unknown")
        if result.unit is None:
            candidates = tuple((unit, self._followed(list_id, unit)) for unit in result.candidates)
            return replace(page, action="ambiguous", candidates=candidates) if candidates else page
        succession = self._followed(list_id, result.unit)
        if succession.unit is None:
            return replace(page, action="ambiguous" if succession.units else "close", succession=succession)
        name = self._names[succession.unit.code]
        return replace(page, action="keep" if row.name == name else "rename", succession=succession, page_name=name)

    def _followed(self, list_id: str, unit: Unit) -> Succession:
        return self._history.successors(list_id, unit.code, self._to_list)

    def _meant(self, text: str) -> tuple[str, Result]:
        """Return what a name means, and in which list.

        What is sure in the first list holds. Else another list's very page name decides, and then a reading that is
        sure there and lacks no more parts than the first list's own; where several units of the first could be
        meant, it must lack none.
        """
        lists = iter(self._checkers.items())
        list_id, checker = next(lists)
        first = list_id, checker.check(text)
        if first[1].fixed is not None:
            return first
        others = [
            (list_id, result)
            for list_id, checker in lists
            if (result := checker.check(text)).unit and self._is_other(list_id, result.unit)
        ]
        exact = (found for found in others if found[1].status == "ok")
        most = len(_MISSING_PARTS) if first[1].status == "unknown" else _missing(first[1])
        sure = (found for found in others if found[1].fixed is not None and _missing(found[1]) <= most)
        return next(chain(exact, sure, [first]))

    def _is_other(self, list_id: str, unit: Unit) -> bool:
        """Whether a unit of another list is not just one of the first list's as it was before."""
        lists = self._history.lists
        if lists.index(list_id) > lists.index(self._from_list):
            return True
        return bool(self._history.successors(list_id, unit.code, self._from_list).steps)


def _missing(result: Result) -> int:
    return sum(found.code in _MISSING_PARTS for found in result.diagnostics)


def _grouped(pages: Sequence[Migrated]) -> Sequence[Migrated]:
    """Number the groups of two or more pages that lead to one unit."""
    by_unit: dict[str, list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        if page.unit:
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
    return page.list_id, page.result.canonical, link.identity if isinstance(link, PageLink) else None


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

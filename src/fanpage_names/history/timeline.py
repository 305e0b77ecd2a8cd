"""The lists through time, and what became of their units. Lists and changes are loaded when a question needs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise

from fanpage_names.errors import UseError
from fanpage_names.history.changes import Change, Step, Succession
from fanpage_names.units.catalogue import COUNTRY, DAYS, LAST, Shipped
from fanpage_names.units.model import UnitList

_COUNTRIES: Mapping[str, int] = {COUNTRY.format(year=year): year for year in DAYS}
"""The lists of the whole country, each with its snapshot."""

Home = tuple[str, str]
"""A unit: the list of its province, and its code there."""


class History:
    """What became of the units of all lists.

    A question about one province loads the lists and changes of the provinces that became it, or that it became, no
    others. A list of the whole country stands for the lists of all its provinces.

    Args:
        lists: what the index says of each list but those of the country.
        load: gives a list as of its first day, by its name.
        changes: gives the changes from a list to the next one, by its name; for a list of the last snapshot those of
            types since its first day.
        day: the day up to which those are followed.
    """

    def __init__(
        self,
        lists: Mapping[str, Shipped],
        load: Callable[[str], UnitList],
        changes: Callable[[str], Sequence[Change]],
        day: date,
    ) -> None:
        self._shipped = lists
        self._first_load = load
        self._load = lru_cache(None)(load)
        self._day = day
        self._changes = changes
        self._by_code = {(each.year, each.code): each.name for each in lists.values()}
        self._years = sorted({each.year for each in lists.values()})
        self._on_day = lru_cache(None)(lambda list_id: self._load(list_id).on(day))
        self._from = lru_cache(None)(self._changes_from)
        self._to = lru_cache(None)(self._changes_to)
        self._just_before = lru_cache(None)(self._lists_just_before)

    def __reduce__(self) -> tuple[type[History], tuple[object, ...]]:
        """Send no list and no change to other processes: they load what they need."""
        return History, (self._shipped, self._first_load, self._changes, self._day)

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The names of all lists, snapshot by snapshot."""
        by_time = sorted(self._shipped.values(), key=lambda each: each.year)
        return (*(each.name for each in by_time), *_COUNTRIES)

    @cached_property
    def dates(self) -> Mapping[str, date]:
        """The day from which each list holds as a whole, as far as it is known; else that of its snapshot."""
        days = {name: each.valid_from or DAYS.get(each.year, date.min) for name, each in self._shipped.items()}
        return {**days, **{name: DAYS[year] for name, year in _COUNTRIES.items()}}

    def units(self, list_id: str) -> UnitList:
        """Return a list, the same object each time, its types those of the day; KeyError where there is none such."""
        self._year(list_id)
        return self._on_day(list_id)

    def require(self, *list_ids: str) -> None:
        """Raise UseError unless all these lists are known, and each is one that the one before it led to."""
        for list_id in list_ids:
            if list_id not in self.lists:
                raise UseError(
                    "{list_id}: chưa có lịch sử của danh mục này; các danh mục có lịch sử: fanpage-names units lists",
                    "{list_id}: the history of this list is not known; lists with a history: fanpage-names units lists",
                    list_id=list_id,
                )
        for earlier, later in pairwise(list_ids):
            if self._year(later) < self._year(earlier):
                raise UseError(
                    "{later} có trước {earlier}; hãy đi từ danh mục trước đến danh mục sau",
                    "{later} is before {earlier}; go from the earlier list to the later one",
                    later=later,
                    earlier=earlier,
                )
            if later != earlier and later not in self.after(earlier):
                known = ", ".join(self.after(earlier)) or "–"
                raise UseError(
                    "{later} không phải danh mục kế thừa của {earlier}; các danh mục kế thừa: {known}",
                    "{later} does not follow {earlier}; lists that do: {known}",
                    later=later,
                    earlier=earlier,
                    known=known,
                )

    def before(self, list_id: str) -> tuple[str, ...]:
        """Return the names of the lists before one, the newest first: those of all provinces that it came from."""
        years = [year for year in reversed(self._years) if year < self._year(list_id)]
        if list_id in _COUNTRIES:
            return tuple(name for year in years for name in self._whole(year))
        listed = self._shipped[list_id]
        lead = (each for each in self._shipped.values() if each.last == listed.last)
        ours = [each for each in lead if listed.year == LAST or each.code == listed.code]
        return tuple(each.name for year in years for each in ours if each.year == year)

    def after(self, list_id: str) -> tuple[str, ...]:
        """Return the names of the lists after one, the oldest first; the country's follow those of its provinces."""
        years = [year for year in self._years if year > self._year(list_id)]
        countries = tuple(name for year in years for name in self._whole(year))
        if list_id in _COUNTRIES:
            return countries
        listed = self._shipped[list_id]
        return (*(self._next_name(listed, year) for year in years), *countries)

    def path(self, earlier: str, later: str) -> tuple[str, ...]:
        """Return the names of a list, of those between it and a later one, and of that; see `require`."""
        between = [year for year in self._years if self._year(earlier) < year < self._year(later)]
        if earlier in _COUNTRIES:
            names = [name for year in between for name in self._whole(year)]
        else:
            names = [self._next_name(self._shipped[earlier], year) for year in between]
        return (earlier,) if earlier == later else (earlier, *names, later)

    def earlier_lists(self, list_id: str) -> tuple[UnitList, ...]:
        """Return the lists before one, the newest first; none where the history does not have it.

        A province's list of which types have changed since its first day comes as of that day, before all others.
        """
        if list_id not in self.lists:
            return ()
        first = self._load(list_id)
        same = () if list_id in _COUNTRIES or self.units(list_id) is first else (first,)
        return (*same, *map(self.units, self.before(list_id)))

    def later_lists(self, list_id: str) -> tuple[UnitList, ...]:
        """Return the lists after one, the oldest first; none where the history does not have it.

        What became of a province is in the list of one province, so that the country's are left out for it.
        """
        if list_id not in self.lists:
            return ()
        after = self.after(list_id)
        kept = after if list_id in _COUNTRIES else (name for name in after if name not in _COUNTRIES)
        return tuple(map(self.units, kept))

    def successors(self, list_id: str, code: str, to_list_id: str) -> Succession:
        """Return what a unit became in a later list (the unit itself in its own list).

        Raises:
            KeyError: there is no such list, the list has no such code, or the other list is an earlier one.
        """
        years = self._between(list_id, to_list_id)
        homes = [self._home(list_id, code)]
        steps: list[Step] = []
        for _ in years:
            found = [step for home in homes for step in self._next(home)]
            homes = list(dict.fromkeys((step.change.to_list, step.now.code) for step in found if step.now))
            steps += found
        if self._year(to_list_id) == LAST:
            steps += [step for home in homes for step in self._retyped(home)]
        end = self.units(to_list_id)
        here = to_list_id in _COUNTRIES
        units = tuple(end.by_code[code] for name, code in homes if here or name == to_list_id)
        return Succession(units, tuple(step for step in steps if step.change.kind != "unchanged"))

    def predecessors(self, list_id: str, code: str, from_list_id: str | None = None) -> Succession:
        """Return what a unit was in an earlier list, or in all lists of the snapshot before.

        Raises:
            KeyError: as in `successors`, the two lists the other way round.
        """
        if from_list_id is None:
            earlier = self._years[max(0, self._years.index(self._year(list_id)) - 1)]
            from_list_id = COUNTRY.format(year=earlier)
            wanted = None
        else:
            wanted = None if from_list_id in _COUNTRIES else from_list_id
        homes = [self._home(list_id, code)]
        steps: list[Step] = []
        for _ in self._between(from_list_id, list_id):
            found = [step for home in homes for step in self._previous(home)]
            homes = list(dict.fromkeys((step.change.from_list, step.was.code) for step in found))
            steps = found + steps
        units = tuple(self._load(name).by_code[code] for name, code in homes if wanted in (None, name))
        return Succession(units, tuple(step for step in steps if step.change.kind != "unchanged"))

    def next_steps(self, list_id: str, code: str) -> tuple[Step, ...]:
        """Return what became of a unit in the next list, unchanged ones too; none for a unit of the last list."""
        return tuple(self._next(self._home(list_id, code)))

    def previous_steps(self, list_id: str, code: str) -> tuple[Step, ...]:
        """Return what a unit was in the list before, unchanged ones too; none where nothing is known."""
        return tuple(self._previous(self._home(list_id, code)))

    def retypings(self, list_id: str, code: str) -> tuple[Step, ...]:
        """Return how the type of a unit changed since the list's first day."""
        return tuple(self._retyped(self._home(list_id, code)))

    def _year(self, list_id: str) -> int:
        return _COUNTRIES[list_id] if list_id in _COUNTRIES else self._shipped[list_id].year

    def _whole(self, year: int) -> Sequence[str]:
        """Return the names of the lists that have all units of a year."""
        country = COUNTRY.format(year=year)
        return (
            [country] if country in _COUNTRIES else [each.name for each in self._shipped.values() if each.year == year]
        )

    def _between(self, earlier: str, later: str) -> Sequence[int]:
        """Return the years from that of a list to the one before another's; KeyError where it is not later."""
        start, end = self._year(earlier), self._year(later)
        if end < start:
            raise KeyError(later)
        return [year for year in self._years if start <= year < end]

    def _home(self, list_id: str, code: str) -> Home:
        """Return a unit's own list; KeyError where the list does not have the code."""
        unit = self._load(list_id).by_code[code]
        name = list_id if list_id in self._shipped else self._by_code[_COUNTRIES[list_id], unit.province.code]
        return name, code

    def _next_name(self, listed: Shipped, year: int) -> str:
        """Return the list of a later year that has what became of a province."""
        return listed.last if year == LAST else self._by_code[year, listed.code]

    def _next(self, home: Home) -> Iterator[Step]:
        """Yield what became of a unit in the snapshot after, the largest part first."""
        name, code = home
        listed = self._shipped[name]
        if listed.year == LAST:
            return
        following = self._next_name(listed, self._years[self._years.index(listed.year) + 1])
        changes = self._from(name).get(code) or (Change("unchanged", name, code, following, code),)
        yield from map(self._step, changes)

    def _previous(self, home: Home) -> Iterator[Step]:
        """Yield what a unit was in the snapshot before."""
        name, code = home
        for before in self._just_before(name):
            yield from map(self._step, self._to(before).get(code, ()))
            if code not in self._from(before) and code in self._load(before).by_code:
                yield self._step(Change("unchanged", before, code, name, code))

    def _lists_just_before(self, name: str) -> Sequence[str]:
        """The lists of the snapshot before that a list came from."""
        earlier = [year for year in self._years if year < self._shipped[name].year]
        return [before for before in self.before(name) if self._shipped[before].year == earlier[-1]]

    def _retyped(self, home: Home) -> Iterator[Step]:
        name, code = home
        units = self._load(name)
        if self._shipped[name].year != LAST or not units.retypings:
            return
        was = units.by_code[code]
        for change in self._from(name).get(code, ()):
            if change.date and change.date <= self._day:
                now = units.on(change.date).by_code[code]
                yield Step(change, was, now)
                was = now

    def _step(self, change: Change) -> Step:
        now = None if change.to_code is None else self._load(change.to_list).by_code[change.to_code]
        return Step(change, self._load(change.from_list).by_code[change.from_code], now)

    def _changes_from(self, name: str) -> Mapping[str, Sequence[Change]]:
        groups: dict[str, list[Change]] = defaultdict(list)
        for change in self._changes(name):
            groups[change.from_code].append(change)
        return groups

    def _changes_to(self, name: str) -> Mapping[str, Sequence[Change]]:
        groups: dict[str, list[Change]] = defaultdict(list)
        for changes in self._from(name).values():
            for change in changes:
                if change.to_code:
                    groups[change.to_code].append(change)
        return groups
